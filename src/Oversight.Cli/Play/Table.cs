using Oversight.Cli.Input;
using Oversight.Protocols.Debate;
using Spectre.Console;

namespace Oversight.Cli.Play;

/// <summary>The table at which a person sits: says things, and asks until it gets an answer that it understands.</summary>
/// <param name="console">Where to say things.</param>
/// <param name="input">Where answers come from; may be a pipe.</param>
/// <param name="game">How claims are worded.</param>
internal sealed class Table(IAnsiConsole console, TextReader input, IClaimGame game)
{
    /// <summary>The game.</summary>
    public IClaimGame Game { get; } = game;

    /// <summary>Says a line in Spectre's markup.</summary>
    public void Say(string markup) => console.MarkupLine(markup);

    /// <summary>A claim, ready to be said.</summary>
    public string Word(Claim claim) => $"[bold]{Markup.Escape(Game.Format(claim))}[/]";

    /// <summary>Asks for a whole number.</summary>
    /// <param name="question">In Spectre's markup.</param>
    /// <param name="allowed">The numbers that are allowed.</param>
    public int AskNumber(string question, IReadOnlyCollection<int> allowed) =>
        int.Parse(Ask(question, [.. allowed.Select(number => number.ToString())]), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks for one of some words.</summary>
    /// <param name="question">In Spectre's markup.</param>
    /// <param name="words">What is allowed.</param>
    public string Ask(string question, params string[] words)
    {
        string choices = string.Join(", ", words);
        while (true)
        {
            Say($"{question} [grey]({Markup.Escape(choices)})[/]");
            string? line = input.ReadLine();
            if (line is null)
                throw new BadInputException($"the input ended before the debate did; expected was one of {choices}");
            string given = line.Trim().ToLowerInvariant();
            if (words.FirstOrDefault(word => string.Equals(word, given, StringComparison.OrdinalIgnoreCase)) is { } word)
                return word;
            Say($"[yellow]'{Markup.Escape(line)}' is none of {Markup.Escape(choices)}[/]");
        }
    }
}
