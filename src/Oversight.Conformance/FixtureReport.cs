using System.Collections.Immutable;
using System.Text;

namespace Oversight.Conformance;

/// <summary>What comparing fixtures with our tasks came to.</summary>
/// <param name="Contexts">How many contexts were read.</param>
/// <param name="Tallies">How each sort of comparison went.</param>
/// <param name="Quirks">For each oddity of the reference: transcripts that show it and that ours follow or differ from.</param>
/// <param name="Differences">The unexpected differences, one line each.</param>
public sealed record FixtureReport(
    int Contexts,
    ImmutableSortedDictionary<FixtureCheck, FixtureTally> Tallies,
    ImmutableSortedDictionary<string, FixtureTally> Quirks,
    ImmutableArray<string> Differences)
{
    /// <summary>A table with one row for each sort of comparison, and the differences below it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Contexts} contexts{"",-18} {"agreed",8} {"expected",9} {"unexpected",11}");
        foreach ((FixtureCheck check, FixtureTally tally) in Tallies)
            text.AppendLine($"{check,-30} {tally.Agreed,8} {tally.Expected,9} {tally.Unexpected,11}");
        foreach ((string quirk, FixtureTally tally) in Quirks)
            text.AppendLine($"{quirk}: {tally.Expected} differ, {tally.Agreed} agree");
        foreach (string difference in Differences)
            text.AppendLine(difference);
        return text.ToString();
    }
}
