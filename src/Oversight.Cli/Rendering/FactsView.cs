using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>The facts of a context, in as few lines as they fit.</summary>
internal static class FactsView
{
    private const int Gap = 3;

    /// <summary>Prints them in order, column by column.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="task">Prints a fact.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="title">What context this is.</param>
    public static void Write(IAnsiConsole console, AlgorithmicTask task, Facts facts, string title)
    {
        string[] lines = [.. InOrder(facts).Select(task.FormatFact)];
        int width = lines.Max(line => line.Length) + Gap;
        int columns = Math.Max(1, (console.Profile.Width - 2 + Gap) / width);
        int rows = (lines.Length + columns - 1) / columns;
        string about = $"{task.Configuration}, {title}; {facts.Count} facts";
        console.MarkupLine($"[bold]{Markup.Escape(task.Name)}[/] [grey]{Markup.Escape(about)}[/]");
        for (int row = 0; row < rows; row++)
        {
            IEnumerable<string> cells = Enumerable.Range(0, columns)
                .Select(column => column * rows + row)
                .Where(i => i < lines.Length)
                .Select(i => lines[i].PadRight(width));
            console.MarkupLine($"  [grey]{Markup.Escape(string.Concat(cells).TrimEnd())}[/]");
        }

        console.WriteLine();
    }

    /// <summary>The facts in order, as they are printed.</summary>
    /// <param name="task">Prints a fact.</param>
    /// <param name="facts">The facts.</param>
    public static JsonArray ToJson(AlgorithmicTask task, Facts facts) =>
        new([.. InOrder(facts).Select(fact => JsonValue.Create(task.FormatFact(fact)))]);

    private static IEnumerable<Symbols> InOrder(Facts facts)
    {
        IOrderedEnumerable<Symbols> ordered = facts.Statements.ToArray().OrderBy(fact => fact[0]);
        for (int i = 1; i < Symbols.MaxLength; i++)
        {
            int place = i;
            ordered = ordered.ThenBy(fact => fact[place]);
        }

        return ordered;
    }
}
