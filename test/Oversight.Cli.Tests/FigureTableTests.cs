using Oversight.Cli.Rendering;
using Spectre.Console;

namespace Oversight.Cli.Tests;

public sealed class FigureTableTests
{
    [Theory]
    [InlineData(110)]
    [InlineData(60)]
    [InlineData(40)]
    [InlineData(25)]
    public void Write_AnyWidth_NoFigureIsBroken(int width)
    {
        string[] lines = Lines(width);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        foreach (string figure in (string[])["0.123", "12,345", "a-long-name"])
            Assert.Single(lines, line => line.Contains(figure, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TooNarrow_AListThatNamesEachFigure()
    {
        string[] lines = Lines(34);
        Assert.DoesNotContain(lines, line => line.Contains('│'));
        Assert.Contains("a-long-name", lines);
        Assert.Contains("  accuracy       0.123", lines);
        Assert.Contains("  human queries  12,345", lines);
        Assert.DoesNotContain(lines, line => line.Contains("empty", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ManyColumnsOnAWideTerminal_SeveralTablesThatRepeatTheFirstColumn()
    {
        string[] lines = Lines(90, new FigureTable(), columns: 20);
        Assert.All(lines, line => Assert.True(line.Length <= 90, line));
        Assert.InRange(lines.Count(line => line.Contains("a-long-name", StringComparison.Ordinal)), 2, 4);
        Assert.All(Enumerable.Range(0, 20), i => Assert.Single(lines, line => line.Contains($" {1000 + i} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(Lines(60, new FigureTable(), columns: 20), line => line.Contains('│'));
    }

    private static string[] Lines(int width, FigureTable table, int columns)
    {
        table.AddColumn("method", Justify.Left);
        for (int i = 0; i < columns; i++)
            table.AddColumn($"wilds {i}");
        table.AddRow(["a-long-name", .. Enumerable.Range(0, columns).Select(i => $"{1000 + i}")]);
        return Lines(width, table);
    }

    private static string[] Lines(int width)
    {
        var table = new FigureTable { Title = "What it is" };
        table.AddColumn("method", Justify.Left);
        table.AddColumn("accuracy");
        table.AddColumn("human\nqueries");
        table.AddColumn("empty");
        table.AddText("note");
        table.AddRow("[bold]a-long-name[/]", "[green]0.123[/]", "12,345", "", "words that may be broken into lines where there is little room");
        return Lines(width, table);
    }

    private static string[] Lines(int width, FigureTable table)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        table.Write(console);
        return [.. text.ToString().Split('\n').Select(line => line.TrimEnd())];
    }
}
