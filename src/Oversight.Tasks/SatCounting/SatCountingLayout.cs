using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>
/// How X's look-up network reads clauses: each literal has a field and is a name as a whole, because variable and value together tell
/// whether an assignment agrees with it, and neither does alone.
/// </summary>
internal static class SatCountingLayout
{
    private const int LiteralLength = 2;

    /// <summary>The layout.</summary>
    /// <param name="language">Writes the literals.</param>
    /// <param name="variables">How many variables there are.</param>
    /// <param name="values">How many values a variable has.</param>
    public static StatementLayout Of(SatCountingLanguage language, int variables, int values) => new(
        [.. Enumerable.Range(0, language.Literals).Select(literal => new WordSlot(LiteralLength * literal, LiteralLength))],
        [new WordSlot(0, variables)])
    {
        Names = [.. Enumerable.Range(0, variables * values).Select(i => language.AddLiteral(Symbols.Empty, 0, i / values, i % values))],
        Wildcard = PatternCode.Wildcard,
    };
}
