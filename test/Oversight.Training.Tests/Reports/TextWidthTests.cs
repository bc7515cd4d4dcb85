using System.Collections.Immutable;
using Oversight.Reports.Html;

namespace Oversight.Training.Tests.Reports;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("steps of X", 300)]
    [InlineData("human queries (supervised: labels; expert iteration: reward queries; debate: judge look-ups)", 392)]
    [InlineData("anameofonewordthatgoesonandonwithoutasinglespaceinitandneverends", 100)]
    public void Wrap_AnyText_EveryLineFitsAndNoLetterIsLost(string text, double width)
    {
        ImmutableArray<string> lines = TextWidth.Wrap(text, width, lines: 9);
        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 1, width));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrap_MoreThanTheLines_CutWithDots()
    {
        ImmutableArray<string> lines = TextWidth.Wrap(string.Join(' ', Enumerable.Repeat("word", 50)), 100, lines: 2);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 1, 100));
    }

    /// <summary>Widths of DejaVu Sans, the widest of the fonts to fall back to, in thousandths of its height.</summary>
    [Theory]
    [InlineData('i', 278)]
    [InlineData('t', 392)]
    [InlineData('r', 411)]
    [InlineData('e', 615)]
    [InlineData('d', 635)]
    [InlineData('0', 636)]
    [InlineData('m', 974)]
    [InlineData('W', 989)]
    [InlineData('Q', 787)]
    [InlineData('^', 838)]
    [InlineData(' ', 318)]
    [InlineData('%', 950)]
    public void Of_Letter_NotBelowTheWidestFont(char letter, int thousandths) =>
        Assert.True(TextWidth.Of(letter.ToString()) >= TextWidth.Letter * thousandths / 1000);
}
