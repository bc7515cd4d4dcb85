namespace Oversight.Cli.Tests;

/// <summary>A run of twelve steps with three checkpoints, made once for the tests that spoil copies of it.</summary>
public sealed class StoppedFixture : TemporaryFolder
{
    internal static readonly string[] Train =
    [
        "train", "permutation-powering", "--preset", "tiny", "--until", "never", "--seed", "5",
        "--set", "human.initial=64", "humanModel.readyBelow=1000",
        "evaluation.every=5", "evaluation.contexts=4", "evaluation.finalContexts=8", "checkpoint.seconds=0", "assistant.width=24",
    ];

    public StoppedFixture() => Run = ProgramRun.Of(Path, [.. Train, "--steps", "12", "--out", "run"]);

    internal ProgramRun Run { get; }

    /// <summary>A folder that holds a copy of the run.</summary>
    internal TemporaryFolder Copy()
    {
        Assert.True(Run.ExitCode == 0, Run.Error);
        var folder = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(In("run"), "*", SearchOption.AllDirectories))
        {
            string copy = folder.In(System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
