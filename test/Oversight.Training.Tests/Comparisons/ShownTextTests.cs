using Oversight.Reports.Comparisons;

namespace Oversight.Training.Tests.Comparisons;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("plain, 10 % error", "plain, 10 % error")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("- a", "\\- a")]
    [InlineData("1. a", "1\\. a")]
    [InlineData("amplify.sample=true", "amplify.sample=true")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("<b>`*_[]\\", "\\<b\\>\\`\\*\\_\\[\\]\\\\")]
    public void Markdown_Text_ShownAsItWasTyped(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("\u001b]0;owned\u0007", "\uFFFD]0;owned\uFFFD")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u009b31m", "a\uFFFD31m")]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("Größe 日本 😀", "Größe 日本 😀")]
    public void Plain_ControlCharacters_Replaced(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void Plain_HalfASurrogatePair_Replaced() => Assert.Equal("a\uFFFDb", PlainText.Of("a\uD800b"));

    [Fact]
    public void Variant_NameThatCannotBeShown_OneLine()
    {
        Assert.False(Variant.TryParse("a\u001b[31m: overseer.error=0.1", out _, out string? error));
        Assert.DoesNotContain('\u001b', error);
        Assert.Contains("characters that cannot be shown", error, StringComparison.Ordinal);
    }
}
