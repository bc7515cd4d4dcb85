using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oversight.Runs.Files;

namespace Oversight.Reports.Comparisons;

/// <summary>Which contexts judged the end of a run, as its <c>result.json</c> says.</summary>
/// <param name="ContextsAsked">How many contexts were asked for.</param>
/// <param name="Contexts">How many distinct ones there were.</param>
/// <param name="Shared">On how many of them decisions had been made before: when to stop, which weights are best.</param>
/// <param name="Hashes">A hash of each.</param>
public sealed record RecordedEvaluation(int ContextsAsked, int Contexts, int Shared, ImmutableHashSet<string> Hashes)
{
    internal static RecordedEvaluation? Of(JsonNode? json) => json is not JsonObject ? null : new(
        JsonField.Count(json, "contextsAsked"),
        JsonField.Count(json, "contexts"),
        JsonField.Count(json, "shared"),
        JsonField.Find(json, "hashes") is JsonArray hashes ? [.. hashes.Select(hash => hash?.ToString() ?? "")] : []);

    /// <summary>The share of contexts that some runs have in common, the mean over pairs of runs; 0 where that is not known.</summary>
    /// <param name="evaluations">One a run.</param>
    public static double Common(IReadOnlyList<RecordedEvaluation?> evaluations)
    {
        if (evaluations.Count < 2 || evaluations.Any(one => one is null || one.Hashes.Count == 0))
            return 0;
        return (
            from i in Enumerable.Range(0, evaluations.Count)
            from j in Enumerable.Range(0, i)
            select Overlap(evaluations[i]!.Hashes, evaluations[j]!.Hashes)).Average();
    }

    private static double Overlap(ImmutableHashSet<string> left, ImmutableHashSet<string> right) =>
        left.Count(right.Contains) / (double)Math.Max(left.Count, right.Count);
}
