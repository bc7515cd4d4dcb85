using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>The true sums over one table. Thread-safe.</summary>
internal sealed class WildcardSearchTruth : GroundTruth
{
    private readonly WildcardSearchLanguage _language;
    private readonly Facts _facts;

    public WildcardSearchTruth(WildcardSearchLanguage language, Facts facts)
    {
        _language = language;
        _facts = facts;
        var texts = new HashSet<Symbols>();
        foreach (Symbols fact in facts.Statements)
        {
            if (!language.TryReadFact(fact, out _))
                throw new ArgumentException($"'{fact}' is no fact of wildcard search.", nameof(facts));
            if (!texts.Add(language.Text(fact)))
                throw new ArgumentException($"Two facts tell the value of {language.Patterns.Format(language.Text(fact))}.", nameof(facts));
        }
    }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words) => _language.Sum(_facts, words);

    /// <inheritdoc/>
    public override string ClassOf(Symbols words) => $"wilds {PatternCode.CountWildcards(words)}";
}
