using System.Text.Json.Nodes;
using Oversight.Training.Options;

namespace Oversight.Training.Comparisons;

/// <summary>Every figure of some comparisons as one JSON object.</summary>
public static class ComparisonJson
{
    /// <summary>Writes it.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static JsonObject Write(IEnumerable<Comparison> comparisons) =>
        new() { ["comparisons"] = new JsonArray([.. comparisons.Select(Write)]) };

    /// <summary>The text of <c>compare.json</c>.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static string Print(IEnumerable<Comparison> comparisons) => OptionsJson.Print(Write(comparisons));

    private static JsonObject Write(Comparison comparison) => new()
    {
        ["task"] = comparison.TaskName,
        ["preset"] = comparison.Preset,
        ["rows"] = new JsonArray([.. comparison.Rows.Select(row => Write(comparison, row))]),
    };

    private static JsonObject Write(Comparison comparison, ComparisonRow row) => new()
    {
        ["method"] = Setting.Format(row.Method),
        ["variant"] = row.Variant,
        ["seeds"] = new JsonArray([.. row.Seeds.Select(seed => JsonValue.Create(seed))]),
        ["accuracy"] = Write(row.Teacher),
        ["amplified"] = Write(row.Amplified),
        ["minusSupervised"] = Write(comparison.MinusSupervised(row)),
        ["atTenPercentError"] = Write(comparison.WithErrors(row)?.Teacher),
        ["supervisor"] = Write(row.Supervisor),
        ["gapRecovered"] = Write(comparison.GapRecovered(row)?.Ratio),
        ["drift"] = Write(row.Drift),
        ["byDepth"] = new JsonObject(comparison.Classes.Select(label => KeyValuePair.Create(label, (JsonNode?)new JsonObject
        {
            ["accuracy"] = Write(row.TeacherOn(label)),
            ["amplified"] = Write(row.AmplifiedOn(label)),
            ["minusSupervised"] = Write(comparison.MinusSupervised(row, label)),
        }))),
        ["humanQueries"] = Round(row.HumanQueries),
        ["humanDecisions"] = Round(row.HumanDecisions),
        ["labels"] = Round(row.Labels),
        ["factsRead"] = Round(row.FactsRead),
        ["judgeLookUps"] = Round(row.JudgeLookUps),
        ["rewardQueries"] = Round(row.RewardQueries),
        ["steps"] = Round(row.Steps),
        ["preparingSteps"] = Round(row.PreparingSteps),
        ["seconds"] = Round(row.Seconds),
        ["runs"] = new JsonArray([.. row.Runs.Select(Write)]),
    };

    private static JsonObject Write(RecordedRun run) => new()
    {
        ["folder"] = Path.GetFileName(run.Folder.FullPath),
        ["seed"] = run.Options.Seed,
        ["accuracy"] = Round(run.Result.Teacher.Share),
        ["amplified"] = Round(run.Result.Amplified.Share),
        ["humanQueries"] = run.Result.HumanQueries,
        ["labels"] = run.Result.Labels,
        ["factsRead"] = run.Result.FactsRead,
        ["judgeLookUps"] = run.Result.JudgeLookUps,
        ["rewardQueries"] = run.Result.RewardQueries,
        ["steps"] = run.Result.Steps,
        ["preparingSteps"] = run.Result.PreparingSteps ?? 0,
        ["seconds"] = run.Result.Seconds,
        ["stopped"] = run.Result.Stopped,
        ["version"] = run.Result.Version,
        ["settings"] = new JsonArray([.. SettingDifference.FromPreset(run.Options).Select(setting => JsonValue.Create(setting))]),
    };

    private static JsonObject? Write(Estimate? estimate) => estimate is null ? null : new JsonObject
    {
        ["mean"] = Round(estimate.Mean),
        ["low"] = estimate.HasInterval ? Round(estimate.Low) : null,
        ["high"] = estimate.HasInterval ? Round(estimate.High) : null,
    };

    private static double Round(double value) => Math.Round(value, 6);
}
