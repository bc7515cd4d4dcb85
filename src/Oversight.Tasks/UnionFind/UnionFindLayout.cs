using Oversight.Core;

namespace Oversight.Tasks.UnionFind;

/// <summary>How X's look-up network reads equalities and values. x = y is also y = x, so an equality makes two statements.</summary>
internal static class UnionFindLayout
{
    /// <summary>The layout.</summary>
    /// <param name="language">Tells equalities from values.</param>
    public static StatementLayout Of(UnionFindLanguage language)
    {
        int length = language.Variables.Length;
        return new StatementLayout([new WordSlot(0, length), new WordSlot(length, length)], [new WordSlot(1, length)])
        {
            // A variable; the one that it is said to equal, kept; the same, to be looked up; the value.
            Fields = 4,
            KeptFields = 1,
            StatementsPerFact = 2,
            FieldsOf = (fact, slot, statement) => FieldsOf(language, fact, slot, statement),
        };
    }

    private static ReadOnlySpan<int> FieldsOf(UnionFindLanguage language, Symbols fact, int slot, int statement)
    {
        if (!language.TryReadFact(fact, out _, out int y, out _))
            return [];
        if (y < 0)
            return statement > 0 ? [] : slot == 0 ? StatementLayout.Field(0) : [2, 3];
        return slot == statement ? StatementLayout.Field(0) : [1, 2];
    }
}
