using System.Text;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// Text from users in Markdown: every letter that means something there is escaped, so that it is shown as it was typed and no table loses
/// a column.
/// </summary>
public static class MarkdownText
{
    private const string Special = "\\`*_[]<>|~$&#!{}@";

    /// <summary>The text as it stands within a line or a cell.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        string shown = PlainText.Of(text);
        var escaped = new StringBuilder(shown.Length + 8);
        for (int i = 0; i < shown.Length; i++)
        {
            if (Special.Contains(shown[i]) || BeginsList(shown, i))
                escaped.Append('\\');
            escaped.Append(shown[i]);
        }

        return escaped.ToString();
    }

    /// <summary>Whether a letter would make the text an item of a list: <c>- a</c>, <c>+ a</c>, <c>1. a</c>, <c>1) a</c>.</summary>
    private static bool BeginsList(string text, int place) => text[place] switch
    {
        '-' or '+' => place == 0,
        '.' or ')' => place > 0
            && text.AsSpan(0, place).IndexOfAnyExceptInRange('0', '9') < 0
            && (place + 1 == text.Length || text[place + 1] == ' '),
        _ => false,
    };
}
