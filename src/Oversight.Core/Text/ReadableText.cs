using System.Globalization;
using System.Text;

namespace Oversight.Core.Text;

/// <summary>Text from users and models is data: it is kept as it came, and made harmless where it is shown.</summary>
internal static class ReadableText
{
    /// <summary>The same text, with halves of surrogate pairs replaced: what is kept can be written and read again.</summary>
    public static string WellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsWellFormed(text) ? text : string.Concat(text.EnumerateRunes());
    }

    /// <summary>One line in which nothing controls a terminal or turns the direction of writing.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune))
                line.Append(rune);
            else
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }

        return line.ToString();
    }

    /// <summary>The lines of a text, each made harmless.</summary>
    public static string[] Lines(string text) => Array.ConvertAll(text.ReplaceLineEndings("\n").Split('\n'), Line);

    /// <summary>The beginning of a text, in one line, for messages.</summary>
    public static string Excerpt(string text, int length = 40)
    {
        string line = Line(WellFormed(text.Length <= length ? text : text[..length]));
        return text.Length <= length ? line : line + "...";
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static bool IsHarmless(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not (0x200E or 0x200F or 0x061C or >= 0x2028 and <= 0x202E or >= 0x2066 and <= 0x2069);
}
