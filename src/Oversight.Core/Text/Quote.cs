namespace Oversight.Core.Text;

/// <summary>Words that an answer takes from a passage, as evidence.</summary>
public sealed record Quote
{
    /// <summary>Quotes a passage.</summary>
    /// <param name="words">What it says.</param>
    /// <param name="passage">Where it says so.</param>
    public Quote(string words, Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        (Words, Passage) = (ReadableText.WellFormed(words), passage);
    }

    /// <summary>What the passage says.</summary>
    public string Words { get; }

    /// <summary>Where it says so.</summary>
    public Passage Passage { get; }
}
