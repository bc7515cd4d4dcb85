using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Tasks;

/// <summary>A question as a person types it: a word and, in brackets, what it is about, as in <c>distance(3, 17)</c>.</summary>
/// <param name="Name">The word.</param>
/// <param name="Arguments">What stands between the commas.</param>
internal sealed partial record Phrase(string Name, ImmutableArray<string> Arguments)
{
    /// <summary>The longest text that is looked at.</summary>
    public const int MaxLength = 1000;

    /// <summary>
    /// Takes a text apart; null if it is no phrase. An answer behind it, as facts are printed with, is not looked at: <c>f(1, 2) = 3</c>.
    /// </summary>
    public static Phrase? Parse(string text)
    {
        if (text.Length > MaxLength)
            return null;
        Match match = Pattern().Match(text);
        if (!match.Success)
            return null;
        return new Phrase(match.Groups["name"].Value, [.. match.Groups["arguments"].Value.Split(',').Select(argument => argument.Trim())]);
    }

    /// <summary>
    /// What a person types who copies a fact: the name on its left side, without what the fact says of it; null if it is no such text.
    /// </summary>
    /// <param name="text">The text, for example <c>x5 := f(x1, x2)</c>, <c>0010 has value 3</c>, or the name alone.</param>
    public static string? NameIn(string text)
    {
        Match match = text.Length > MaxLength ? Match.Empty : NamePattern().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>The number that follows a prefix in an argument, or -1 if it is no number below the limit.</summary>
    public int Number(int index, string prefix, int limit) => index >= Arguments.Length ? -1 : NumberOf(Arguments[index], prefix, limit);

    /// <summary>What is wrong with the arguments, which have to be some of a row of things; null if nothing is.</summary>
    /// <param name="count">How many there must be.</param>
    /// <param name="prefix">What stands before each thing's number.</param>
    /// <param name="limit">How many things there are.</param>
    /// <param name="things">What they are called, more than one.</param>
    public string? ProblemOf(int count, string prefix, int limit, string things)
    {
        if (Arguments.Length != count)
            return $"'{Name}' takes {count} in its brackets, here {(Arguments.Length == 1 ? "is" : "are")} {Arguments.Length}";
        return Arguments.FirstOrDefault(argument => NumberOf(argument, prefix, limit) < 0) is { } wrong
            ? OutOfRange(wrong, prefix, limit, things)
            : null;
    }

    /// <summary>That something is none of a row of things, and which there are.</summary>
    public static string OutOfRange(string given, string prefix, int limit, string things) =>
        $"{ParsedQuestion.Repeat(given)} is none of the {things}, which are {prefix}0 to {prefix}{limit - 1}";

    private static int NumberOf(string argument, string prefix, int limit)
    {
        if (!argument.StartsWith(prefix, StringComparison.Ordinal))
            return -1;
        ReadOnlySpan<char> digits = argument.AsSpan(prefix.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < limit ? number : -1;
    }

    [GeneratedRegex(@"^\s*(?<name>[a-z][a-z-]*)\s*\((?<arguments>[^()]*)\)\s*(=[^=]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^\s*(?<name>[x0-9*][0-9*]*)\s*(:=.*|has value .*)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NamePattern();
}
