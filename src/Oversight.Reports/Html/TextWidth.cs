using System.Collections.Immutable;
using System.Text;

namespace Oversight.Reports.Html;

/// <summary>
/// How wide texts are in drawings, never less than they are: no reader's font is known here, so each letter counts as wide as in the widest
/// of the usual ones (DejaVu Sans). What does not fit is broken into lines.
/// </summary>
internal static class TextWidth
{
    /// <summary>The height of letters in drawings, as in the style sheet.</summary>
    public const double Letter = 12;

    /// <summary>The distance of lines of one text.</summary>
    public const double LineHeight = 15;

    private const double Bold = 1.14;

    /// <summary>At most how wide a text is.</summary>
    /// <param name="text">One line.</param>
    /// <param name="isBold">Whether its letters are bold.</param>
    public static double Of(string text, bool isBold = false) => Letter * (isBold ? Bold : 1) * text.Sum(Share);

    /// <summary>Breaks a text into lines, at spaces where it can; what is left beyond the last line is cut, which three dots say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of a line.</param>
    /// <param name="lines">How many lines at most.</param>
    /// <param name="isBold">Whether its letters are bold.</param>
    public static ImmutableArray<string> Wrap(string text, double width, int lines, bool isBold = false)
    {
        var wrapped = new List<string> { "" };
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (wrapped[^1].Length > 0 && Of($"{wrapped[^1]} {word}", isBold) <= width)
                wrapped[^1] += " " + word;
            else
                Append(wrapped, word, width, isBold);
        }

        return wrapped.Count <= lines ? [.. wrapped] : [.. wrapped.Take(lines - 1), Shorten(wrapped[lines - 1], width, isBold)];
    }

    /// <summary>Puts a word on a line of its own; on several, where it is longer than a line.</summary>
    private static void Append(List<string> wrapped, string word, double width, bool isBold)
    {
        if (wrapped[^1].Length > 0)
            wrapped.Add("");
        foreach (Rune letter in word.EnumerateRunes())
        {
            if (wrapped[^1].Length > 0 && Of(wrapped[^1] + letter, isBold) > width)
                wrapped.Add("");
            wrapped[^1] += letter;
        }
    }

    private static string Shorten(string line, double width, bool isBold)
    {
        while (line.Length > 0 && Of(line + "…", isBold) > width)
            line = line[..^(line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        return line + "…";
    }

    /// <summary>The width of a letter as a share of its height.</summary>
    private static double Share(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' => 0.36,
        'f' or 't' or 'r' or 'I' or '(' or ')' or '[' or ']' or '-' or '/' or '\\' or '!' or '"' => 0.46,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '&' or '^' or '+' or '=' or '<' or '>' or '~' or '#' => 1,
        >= 'A' and <= 'Z' => 0.79,
        < (char)128 => 0.65,
        _ => 1.05,
    };
}
