namespace Oversight.Cli.Tests;

/// <summary>A real disk that fills up: one clear line, what is on it stays whole, and with more room the run goes on to the same bytes.</summary>
public sealed class FullDiskTests
{
    private static readonly string[] Train = ["train", "permutation-powering", .. TrainedFixture.Short, "--steps", "20", "--set", "checkpoint.seconds=0", "assistant.width=24"];

    [TmpfsFact]
    public void Train_DiskFillsUp_SaysSoAndGoesOnLater()
    {
        using var folder = new TemporaryFolder();
        ProgramRun whole = ProgramRun.Of(folder.Path, [.. Train, "--out", "whole"]);
        Assert.True(whole.ExitCode == 0, whole.Error);
        string[] expected = new CrashRun(folder.Path, 0).Bytes("whole");
        foreach (string size in (string[])["40k", "1200k"])
            AssertGoesOn(folder, size, expected);
    }

    private static void AssertGoesOn(TemporaryFolder folder, string size, string[] expected)
    {
        string disk = Directory.CreateDirectory(folder.In("disk")).FullName;
        Assert.True(TmpfsFactAttribute.Do("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk));
        try
        {
            string run = Path.Combine("disk", "run");
            ProgramRun full = ProgramRun.Of(folder.Path, [.. Train, "--out", run]);
            Assert.NotEqual(0, full.ExitCode);
            Assert.InRange(full.ErrorLines.Length, 1, 8);
            Assert.All(full.ErrorLines, line => Assert.StartsWith("oversight: ", line, StringComparison.Ordinal));
            Assert.Contains("No space left on device", full.Error, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("should not have happened", full.Error, StringComparison.Ordinal);
            Assert.True(TmpfsFactAttribute.Do("mount", "-o", "remount,size=64m", disk));
            ProgramRun later = File.Exists(folder.In(run, "config.json"))
                ? ProgramRun.Of(folder.Path, "resume", run)
                : ProgramRun.Of(folder.Path, [.. Train, "--out", run]);
            Assert.True(later.ExitCode == 0, later.Error);
            Assert.Equal(expected, new CrashRun(folder.Path, 0).Bytes(run));
        }
        finally
        {
            TmpfsFactAttribute.Do("umount", disk);
        }
    }
}
