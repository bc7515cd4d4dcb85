using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>Q, a question in words. What it is about it refers to by <see cref="Passages"/>. Immutable.</summary>
public sealed record TextQuestion
{
    /// <summary>A question.</summary>
    /// <param name="words">What is asked.</param>
    /// <param name="passages">What it is asked about; none where the words say everything.</param>
    /// <param name="language">The language to answer in, for example <c>en</c>; null where it does not matter.</param>
    public TextQuestion(string words, ImmutableArray<Passage> passages = default, string? language = null)
    {
        Words = ReadableText.WellFormed(words);
        Passages = passages.IsDefault ? [] : passages;
        Language = language is null ? null : ReadableText.WellFormed(language);
    }

    /// <summary>What is asked.</summary>
    public string Words { get; }

    /// <summary>What it is asked about.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>The language to answer in; null where it does not matter.</summary>
    public string? Language { get; }

    /// <summary>How many characters the passages have together.</summary>
    public long Size => Passages.Aggregate(0L, (sum, passage) => Spending.Add(sum, passage.Length));

    /// <summary>A question without passages.</summary>
    /// <param name="words">What is asked.</param>
    public static implicit operator TextQuestion(string words) => FromString(words);

    /// <summary>A question without passages.</summary>
    /// <param name="words">What is asked.</param>
    public static TextQuestion FromString(string words) => new(words);

    /// <inheritdoc/>
    public bool Equals(TextQuestion? other) =>
        other is not null && Words == other.Words && Language == other.Language && Passages.AsSpan().SequenceEqual(other.Passages.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words, Language, Passages.Length);
}
