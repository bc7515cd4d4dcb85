using Oversight.Cli.Rendering;

namespace Oversight.Cli.Tests;

public sealed class TerminalTests
{
    [Theory]
    [InlineData("plain text, π", "plain text, π")]
    [InlineData("two\nlines", "two\\u000alines")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("a\u202eb", "a\\u202eb")]
    public void Printable_TextFromUsers_StaysOneHarmlessLine(string given, string shown) => Assert.Equal(shown, Terminal.Printable(given));

    [Fact]
    public void Program_EscapeInAQuotedArgument_OneHarmlessLine()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "train", "permutation\n\u001b[2Jpowering");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain('\u001b', Assert.Single(run.ErrorLines));
    }
}
