using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Runs.Files;

namespace Oversight.Reports.Comparisons;

/// <summary>What oversight had cost, as <c>result.json</c> and a line of <c>metrics.jsonl</c> both say it. What older files leave out is 0.</summary>
internal static class RecordedCosts
{
    /// <summary>Reads the costs.</summary>
    /// <param name="json">The object that they stand in.</param>
    /// <exception cref="FormatException">They are no counts.</exception>
    public static OversightLedger Of(JsonNode? json) => new(
        HumanQueries: JsonField.Whole(json, "humanQueries"),
        HumanDecisions: JsonField.WholeOrZero(json, "humanDecisions"),
        Labels: JsonField.Whole(json, "labels"),
        FactsRead: JsonField.WholeOrZero(json, "factsRead"),
        JudgeLookUps: JsonField.WholeOrZero(json, "judgeLookUps"),
        RewardQueries: JsonField.WholeOrZero(json, "rewardQueries"));
}
