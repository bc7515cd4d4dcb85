namespace Oversight.Core.Text;

/// <summary>A stretch of a document, by reference: text is never copied into questions.</summary>
public sealed record Passage
{
    /// <summary>The longest name of a document.</summary>
    public const int MaxDocumentLength = 128;

    /// <summary>Refers to a stretch of a document.</summary>
    /// <param name="document">
    /// The hash of the document's content: letters, digits and <c>-_.:</c>, at most <see cref="MaxDocumentLength"/>.
    /// </param>
    /// <param name="from">The first character.</param>
    /// <param name="to">The character after the last; not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">One of them is not as it must be.</exception>
    public Passage(string document, long from, long to)
    {
        if (Problem(document, from, to) is { } problem)
            throw new ArgumentException(problem);
        (Document, From, To) = (document, from, to);
    }

    /// <summary>The hash of the document's content.</summary>
    public string Document { get; }

    /// <summary>The first character.</summary>
    public long From { get; }

    /// <summary>The character after the last.</summary>
    public long To { get; }

    /// <summary>How many characters there are.</summary>
    public long Length => To - From;

    /// <summary>The reference in a form to read, for example <c>9f2c:0-1800</c>.</summary>
    public override string ToString() => $"{Document}:{From}-{To}";

    /// <summary>What is wrong with a reference, in one line; null if nothing is.</summary>
    internal static string? Problem(string document, long from, long to)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Length is 0 or > MaxDocumentLength || !document.All(IsHashCharacter))
        {
            return $"A document is named by its hash: 1 to {MaxDocumentLength} letters, digits and -_.: ; "
                + $"this is '{ReadableText.Excerpt(document)}'.";
        }

        return from < 0 || to < from ? $"A passage runs from 0 or more to no less than that; this runs from {from} to {to}." : null;
    }

    private static bool IsHashCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':';
}
