using Oversight.Core;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>
/// How X's look-up network reads assignments: x := f(y, z) has the name x and the operands y and z, x := value has a name and a result, and
/// an entry of f's table has operands and a result.
/// </summary>
internal static class SequentialAssignmentsLayout
{
    private const int Result = 3;

    /// <summary>The layout.</summary>
    /// <param name="language">Tells the kinds of facts apart.</param>
    public static StatementLayout Of(SequentialAssignmentsLanguage language)
    {
        int length = language.Variables.Length;
        return new StatementLayout(
            [new WordSlot(0, length), new WordSlot(length, length), new WordSlot(2 * length, length)],
            [new WordSlot(1, length)])
        {
            Fields = Result + 1,
            ComputesResults = !language.HasTable,
            FieldsOf = (fact, slot, _) => StatementLayout.Field(FieldOf(language, fact, slot)),
        };
    }

    private static int FieldOf(SequentialAssignmentsLanguage language, Symbols fact, int slot) =>
        language.Read(fact, out _, out _, out _) switch
        {
            SequentialAssignmentsFact.Constant when slot > 0 => Result,
            SequentialAssignmentsFact.Entry => slot + 1,
            _ => slot,
        };
}
