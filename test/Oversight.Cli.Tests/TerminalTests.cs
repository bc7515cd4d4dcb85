namespace Oversight.Cli.Tests;

public sealed class TerminalTests
{
    [Fact]
    public void Program_EscapeInAQuotedArgument_OneHarmlessLine()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "train", "permutation\n\u001b[2Jpowering");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain('\u001b', Assert.Single(run.ErrorLines));
    }
}
