using Oversight.Training.Comparisons;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Where output goes and how wide it is.</summary>
internal static class Terminal
{
    private const int MaxWidth = 110;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Output() => Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for everything that is not the one object of <c>--json</c>.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, Console.IsErrorRedirected);

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
        // A line that is too long is hard to read; a file has no width to keep to.
        console.Profile.Width = redirected ? MaxWidth : Math.Min(console.Profile.Width, MaxWidth);
        return console;
    }
}
