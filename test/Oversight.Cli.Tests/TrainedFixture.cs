namespace Oversight.Cli.Tests;

/// <summary>A short training of the smallest size, run once for the tests that need its folder.</summary>
public sealed class TrainedFixture : TemporaryFolder
{
    /// <summary>What makes a training take a second or two.</summary>
    internal static readonly string[] Short =
    [
        "--preset", "tiny", "--until", "never",
        "--set", "human.initial=64", "--set", "humanModel.readyBelow=0.5", "--set", "evaluation.every=10",
        "--set", "evaluation.contexts=8", "--set", "evaluation.finalContexts=16",
    ];

    public TrainedFixture() =>
        Run = ProgramRun.Of(Path, ["train", "permutation-powering", .. Short, "--steps", "30", "--seed", "3", "--threads", "2", "--out", "run", "--json"]);

    internal ProgramRun Run { get; }
}
