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

    /// <summary>Takes a text apart; null if it is no phrase.</summary>
    public static Phrase? Parse(string text)
    {
        if (text.Length > MaxLength)
            return null;
        Match match = Pattern().Match(text);
        if (!match.Success)
            return null;
        return new Phrase(match.Groups["name"].Value, [.. match.Groups["arguments"].Value.Split(',').Select(argument => argument.Trim())]);
    }

    /// <summary>The number that follows a prefix in an argument, or -1 if it is no number below the limit.</summary>
    public int Number(int index, string prefix, int limit)
    {
        if (index >= Arguments.Length || !Arguments[index].StartsWith(prefix, StringComparison.Ordinal))
            return -1;
        ReadOnlySpan<char> digits = Arguments[index].AsSpan(prefix.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < limit ? number : -1;
    }

    [GeneratedRegex(@"^\s*(?<name>[a-z][a-z-]*)\s*\((?<arguments>[^()]*)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
