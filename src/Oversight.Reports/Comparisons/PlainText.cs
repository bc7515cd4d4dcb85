using System.Globalization;
using System.Text;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// Text from users as it may be shown: no control characters, which could move a cursor or hide what follows, and nothing that turns
/// writing around.
/// </summary>
public static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with every such character, and every half of a surrogate pair, replaced; line ends become spaces.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings(" ").EnumerateRunes())
            shown.Append(rune.Value == '\t' ? " " : IsHarmless(rune) ? rune.ToString() : Replacement.ToString());
        return shown.ToString();
    }

    /// <summary>The same, keeping line feeds.</summary>
    /// <param name="text">The text.</param>
    internal static string OfLines(string text) => text.Contains('\n') ? string.Join('\n', text.Split('\n').Select(Of)) : Of(text);

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
