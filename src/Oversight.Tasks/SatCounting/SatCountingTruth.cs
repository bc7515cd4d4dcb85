using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>The true counts for one set of clauses, from the list of its satisfying assignments. Thread-safe.</summary>
internal sealed class SatCountingTruth : GroundTruth
{
    private readonly SatCountingLanguage _language;
    private readonly Symbols[] _satisfying;

    public SatCountingTruth(SatCountingLanguage language, Facts facts)
    {
        _language = language;
        foreach (Symbols fact in facts.Statements)
        {
            if (!language.IsClause(fact))
                throw new ArgumentException($"'{fact}' is no fact of satisfiability counting.", nameof(facts));
        }

        ElementCode assignments = language.Patterns.Strings;
        _satisfying = [.. Enumerable.Range(0, assignments.Count).Select(assignments.Encode).Where(one => language.Satisfies(facts, one))];
    }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words)
    {
        int count = 0;
        if (_language.Patterns.IsPattern(words))
        {
            foreach (Symbols assignment in _satisfying)
                count += _language.Patterns.Matches(words, assignment) ? 1 : 0;
        }

        return _language.Count(count);
    }

    /// <inheritdoc/>
    public override string ClassOf(Symbols words) => $"wilds {PatternCode.CountWildcards(words)}";
}
