using System.Text.Json.Nodes;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>Every figure of some comparisons as one JSON object.</summary>
public static class ComparisonJson
{
    /// <summary>Writes it.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static JsonObject Write(IEnumerable<Comparison> comparisons)
    {
        Comparison[] all = [.. comparisons];
        return new JsonObject
        {
            ["comparisons"] = new JsonArray([.. all.Select(Write)]),
            ["leftOut"] = new JsonArray([.. all.SelectMany(comparison => comparison.LeftOut.Select(one => Write(comparison, one)))]),
        };
    }

    /// <summary>The text of <c>compare.json</c>.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static string Print(IEnumerable<Comparison> comparisons) => OptionsJson.Print(Write(comparisons));

    private static JsonObject Write(Comparison comparison) => new()
    {
        ["task"] = comparison.TaskName,
        ["preset"] = comparison.Preset,
        ["rows"] = new JsonArray([.. ComparisonTable.Of(comparison).Rows.Select(row => Write(comparison, row))]),
        ["notes"] = new JsonArray([.. comparison.Notes.Select(note => JsonValue.Create(note))]),
    };

    private static JsonObject Write(Comparison comparison, LeftOutRun one) => new()
    {
        ["folder"] = comparison.FolderOf(one.Run),
        ["sameAs"] = comparison.FolderOf(one.SameAs),
        ["why"] = one.Why,
    };

    private static JsonObject Write(Comparison comparison, ComparisonTableRow row)
    {
        ComparisonRow source = row.Source;
        var json = new JsonObject
        {
            ["method"] = row.Method,
            ["variant"] = row.Variant,
            ["sameAs"] = row.SameAs,
            ["seeds"] = new JsonArray([.. source.Seeds.Select(seed => JsonValue.Create(seed))]),
        };
        foreach (ComparisonCell cell in row.Cells.Where(cell => !cell.Column.IsClass))
            json[cell.Column.Key] = Write(cell);
        if (source.Method.Words.Teacher is { } teacher)
            json[teacher.Key] = Write(source.OtherTeacher);
        json["gapRecovered"] = Write(comparison.GapRecovered(source)?.Ratio);
        json["drift"] = Write(source.Drift);
        json["byDepth"] = new JsonObject(row.Cells.Where(cell => cell.Column.IsClass).Select(cell => KeyValuePair.Create(
            cell.Column.Key,
            (JsonNode?)new JsonObject
            {
                ["accuracy"] = Write(cell),
                ["amplified"] = Write(source.AmplifiedOn(cell.Column.Key)),
                ["minusSupervised"] = Write(comparison.MinusSupervised(source, cell.Column.Key)),
            })));
        // Costs that no row has stand here all the same, so that a program finds every name in every file.
        foreach ((string name, double cost) in (ReadOnlySpan<(string, double)>)
            [
                ("humanDecisions", source.HumanDecisions), ("factsRead", source.FactsRead), ("judgeLookUps", source.JudgeLookUps),
                ("rewardQueries", source.RewardQueries), ("preparingSteps", source.PreparingSteps),
            ])
        {
            json[name] = Round(cost);
        }

        json.TryAdd("atTenPercentError", null);
        json["runs"] = new JsonArray([.. source.Runs.Select(run => Write(comparison, run))]);
        return json;
    }

    private static JsonObject Write(Comparison comparison, RecordedRun run) => new()
    {
        ["folder"] = comparison.FolderOf(run),
        ["seed"] = run.Options.Seed,
        ["accuracy"] = Round(run.Result.Teacher.Share),
        ["amplified"] = Round(run.Result.Amplified.Share),
        ["humanQueries"] = run.Result.Costs.HumanQueries,
        ["labels"] = run.Result.Costs.Labels,
        ["factsRead"] = run.Result.Costs.FactsRead,
        ["judgeLookUps"] = run.Result.Costs.JudgeLookUps,
        ["rewardQueries"] = run.Result.Costs.RewardQueries,
        ["steps"] = run.Result.Steps,
        ["preparingSteps"] = run.Result.PreparingSteps ?? 0,
        ["seconds"] = run.Result.Seconds,
        ["stopped"] = run.Result.Stopped,
        ["version"] = run.Result.Version,
        ["settings"] = new JsonArray([.. SettingDifference.FromPreset(run.Options).Select(setting => JsonValue.Create(setting))]),
    };

    private static JsonNode? Write(ComparisonCell cell) => cell.Column.Kind is ColumnKind.Count or ColumnKind.Seconds
        ? cell.Estimate is { } cost ? JsonValue.Create(Round(cost.Mean)) : null
        : Write(cell.Estimate);

    private static JsonObject? Write(Estimate? estimate) => estimate is null ? null : new JsonObject
    {
        ["mean"] = Round(estimate.Mean),
        ["low"] = estimate.HasInterval ? Round(estimate.Low) : null,
        ["high"] = estimate.HasInterval ? Round(estimate.High) : null,
    };

    private static double Round(double value) => Math.Round(value, 6);
}
