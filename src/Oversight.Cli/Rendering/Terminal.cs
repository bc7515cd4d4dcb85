using System.Globalization;
using Oversight.Reports.Comparisons;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Where output goes and how wide it is.</summary>
internal static class Terminal
{
    /// <summary>The widest that anything is printed: a line that is too long is hard to read.</summary>
    public const int MaxWidth = 110;

    private const int MinWidth = 20;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Output() => Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for everything that is not the one object of <c>--json</c>.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Standard output, or standard error where that is kept for the one object of <c>--json</c>.</summary>
    /// <param name="json">Whether it is.</param>
    public static IAnsiConsole Of(bool json) => json ? Error() : Output();

    /// <summary>Whether a display that redraws itself is of use on standard output.</summary>
    public static bool IsLive => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>
    /// Text from users as markup: shown as it was typed, without control characters, which would move the cursor or worse.
    /// </summary>
    public static string Text(string text) => Markup.Escape(PlainText.Of(text));

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Math.Min(redirected ? MaxWidth : Math.Max(MinWidth, console.Profile.Width), Wanted());
        return console;
    }

    /// <summary>The width that the variable COLUMNS asks for, as for other programs; it can only make output narrower.</summary>
    private static int Wanted() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            && columns >= MinWidth
            ? Math.Min(columns, MaxWidth)
            : MaxWidth;
}
