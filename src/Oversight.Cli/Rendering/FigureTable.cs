using Spectre.Console;
using Spectre.Console.Rendering;

namespace Oversight.Cli.Rendering;

/// <summary>
/// A table for terminals of any width. Where its columns do not fit side by side, a wide terminal gets them in several tables, one below the other, and
/// in a narrow one each row becomes a short list.
/// </summary>
internal sealed class FigureTable
{
    private const int LeastText = 20;
    private const int SeveralFrom = 80;
    private const int Borders = 1;
    private const int Padding = 3;
    private const int Indent = 2;
    private readonly List<FigureColumn> _columns = [];
    private readonly List<string[]> _rows = [];

    /// <summary>What stands above it, in Spectre's markup; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether rows have lines between them.</summary>
    public bool HasRowSeparators { get; init; }

    /// <summary>Adds a column of figures or names, which are never broken into lines.</summary>
    /// <param name="heading">In Spectre's markup; may have several lines.</param>
    /// <param name="alignment">How its cells are set.</param>
    public void AddColumn(string heading, Justify alignment = Justify.Right) =>
        _columns.Add(new FigureColumn(heading, alignment, Wraps: false));

    /// <summary>Adds a column of text.</summary>
    /// <param name="heading">In Spectre's markup.</param>
    public void AddText(string heading) => _columns.Add(new FigureColumn(heading, Justify.Left, Wraps: true));

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell for each column, in Spectre's markup; the first says what the row is about.</param>
    public void AddRow(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints it.</summary>
    /// <param name="console">Where to.</param>
    public void Write(IAnsiConsole console) => console.Write(ToRenderable(console.Profile.Width));

    /// <summary>A table, or, where that does not fit, several or lists.</summary>
    /// <param name="width">How many columns of symbols there are.</param>
    public IRenderable ToRenderable(int width)
    {
        if (Fits(width))
            return Table([.. Enumerable.Range(0, _columns.Count)], Title);
        int[][] parts = width < SeveralFrom || _columns.Any(column => column.Wraps) ? [] : Parts(width);
        return parts.Length == 0 ? new Rows(Lists(width)) : new Rows(parts.Select((part, i) => Table(part, i == 0 ? Title : "")));
    }

    /// <summary>Whether no figure has to be broken, and text has lines that can be read.</summary>
    /// <param name="width">How many columns of symbols there are.</param>
    public bool Fits(int width) => Enumerable.Range(0, _columns.Count).Sum(LeastWidthOf) + Borders <= width;

    /// <summary>The columns of several tables that each begin with the first column; none where not even two columns fit.</summary>
    private int[][] Parts(int width)
    {
        int free = width - Borders - LeastWidthOf(0);
        var parts = new List<List<int>>();
        int left = 0;
        for (int column = 1; column < _columns.Count; column++)
        {
            int needed = LeastWidthOf(column);
            if (needed > free)
                return [];
            if (needed > left)
            {
                parts.Add([0]);
                left = free;
            }

            parts[^1].Add(column);
            left -= needed;
        }

        return [.. parts.Select(part => part.ToArray())];
    }

    private Table Table(int[] columns, string title)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey), ShowRowSeparators = HasRowSeparators };
        if (title.Length > 0)
            table.Title = new TableTitle(title);
        foreach (FigureColumn column in columns.Select(column => _columns[column]))
            table.AddColumn(new TableColumn(column.Heading) { Alignment = column.Alignment, NoWrap = !column.Wraps });
        foreach (string[] row in _rows)
            table.AddRow([.. columns.Select(column => row[column])]);
        return table;
    }

    private IEnumerable<IRenderable> Lists(int width)
    {
        if (Title.Length > 0)
            yield return new Markup(Title);
        string[] headings = [.. _columns.Select(column => OneLine(column.Heading))];
        int longest = headings.Skip(1).Select(Length).DefaultIfEmpty().Max();
        foreach (string[] row in _rows)
        {
            yield return new Markup(OneLine(row[0]));
            for (int i = 1; i < row.Length; i++)
            {
                string cell = OneLine(row[i]);
                if (cell.Length == 0)
                    continue;
                bool fits = Indent + longest + 2 + Length(cell) <= width;
                string gap = fits ? new string(' ', longest - Length(headings[i]) + 2) : ": ";
                yield return new Padder(new Markup($"[grey]{headings[i]}[/]{gap}{cell}"), new Padding(Indent, 0, 0, 0));
            }
        }
    }

    private int LeastWidthOf(int column) => Padding + (_columns[column].Wraps ? Math.Min(LeastText, WidthOf(column)) : WidthOf(column));

    private int WidthOf(int column) =>
        _rows.Select(row => row[column]).Append(_columns[column].Heading).SelectMany(cell => cell.Split('\n')).Max(Length);

    private static string OneLine(string markup) => markup.Replace('\n', ' ').Trim();

    private static int Length(string markup) => Markup.Remove(markup).GetCellWidth();
}
