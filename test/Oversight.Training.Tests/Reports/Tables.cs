using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Oversight.Training.Tests.Reports;

/// <summary>The laws of tables: words stand to the left, and what is wider than the page scrolls in a box of its own.</summary>
internal static partial class Tables
{
    public static void AssertWordsLeft(XContainer page)
    {
        foreach (XElement cell in page.Descendants("td").Where(cell => !IsInSettings(cell)))
        {
            bool isFigure = FigurePattern().IsMatch(cell.Value);
            Assert.True(isFigure || IsLeft(cell), $"'{cell.Value}' is no figure, and stands to the right");
        }
    }

    public static void AssertWideOnesScroll(XContainer page)
    {
        Assert.All(
            page.Descendants("table"),
            table => Assert.StartsWith("wide", table.Parent!.Attribute("class")?.Value, StringComparison.Ordinal));
        foreach (XElement row in page.Descendants("tbody").Elements("tr"))
            Assert.Equal("row", row.Elements().First().Attribute("scope")?.Value);
    }

    public static bool IsLeft(XElement cell) => cell.Attribute("class")?.Value.Split(' ').Contains("words") ?? false;

    private static bool IsInSettings(XElement cell) =>
        cell.Ancestors("table").First().Attribute("class")?.Value == "settings";

    /// <summary>Numbers with their signs, intervals and units; a dash for none.</summary>
    [GeneratedRegex(@"^[-+±0-9.,]*( ?(±|to|-|%|s|min|h) ?[-+0-9.,]*)*$")]
    private static partial Regex FigurePattern();
}
