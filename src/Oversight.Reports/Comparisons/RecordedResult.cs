using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>What a run came to, read back from its <c>result.json</c> or, while it has none, from its last line of metrics.</summary>
/// <param name="Student">X as trained.</param>
/// <param name="Teacher">X's Polyak average: the X to ask.</param>
/// <param name="Amplified">The amplified teacher.</param>
/// <param name="ByClass">The teacher and the amplified teacher on each class.</param>
/// <param name="Steps">Steps: batches that X was given in the method proper.</param>
/// <param name="Costs">What oversight had cost; counts that older results leave out are 0.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="StepsPerSecond">Steps of X a second of training; null if not known.</param>
/// <param name="Stopped">
/// Why it ended: <c>target</c>, <c>steps</c>, <c>minutes</c>, <c>queries</c>, <c>interrupted</c>, <c>diverged</c>; <c>unfinished</c>
/// without a result.
/// </param>
/// <param name="Version">The program's version; empty if not known.</param>
public sealed record RecordedResult(
    double Student,
    Accuracy Teacher,
    Accuracy Amplified,
    ImmutableDictionary<string, (Accuracy Teacher, Accuracy Amplified)> ByClass,
    int Steps,
    OversightLedger Costs,
    double Seconds,
    double? StepsPerSecond,
    string Stopped,
    string Version)
{
    /// <summary>The share of right answers of all others whose accuracy was measured, by the names that the file gives them.</summary>
    public ImmutableDictionary<string, double> Others { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The share of the transcripts of H' that H would not have written; null without H', or in older results.</summary>
    public double? Drift { get; init; }

    /// <summary>Batches that X was given before the method proper; null in older results, which count them among the steps.</summary>
    public long? PreparingSteps { get; init; }

    /// <summary>The result with preparing steps counted apart, as newer ones count them.</summary>
    /// <param name="preparing">How many the run was to take.</param>
    internal RecordedResult CountedApart(int preparing) =>
        PreparingSteps is null ? this with { Steps = Math.Max(0, Steps - preparing), PreparingSteps = Math.Min(Steps, preparing) } : this;

    /// <summary>A hash of the weights at the end; empty without a result, or in older ones.</summary>
    public string Weights { get; init; } = "";

    /// <summary>Which contexts judged the end; null without a result, or in older ones.</summary>
    public RecordedEvaluation? Evaluation { get; init; }

    /// <summary>Whether there was a result, and nobody had interrupted the run.</summary>
    public bool IsFinished => Stopped is not (RunEnd.Unfinished or RunEnd.Interrupted);

    /// <summary>What stands in <c>result.json</c>.</summary>
    /// <param name="json">The object.</param>
    /// <param name="last">The last line of metrics, for what older results leave out; null if there is none.</param>
    /// <exception cref="FormatException">It is not the result of a run.</exception>
    public static RecordedResult Of(JsonNode? json, RecordedStep? last)
    {
        JsonNode? intervals = JsonField.Find(json, "intervals");
        JsonObject accuracy = JsonField.Group(json, "accuracy");
        JsonObject byClass = JsonField.Group(json, "byDepth");
        return new RecordedResult(
            JsonField.Share(accuracy, "student"),
            Accuracy.Of(accuracy, intervals, "teacher"),
            Accuracy.Of(accuracy, intervals, "amplified"),
            byClass.ToImmutableDictionary(
                pair => pair.Key, pair => Pair(pair.Value, JsonField.Find(JsonField.Find(intervals, "byDepth"), pair.Key))),
            JsonField.Count(json, "steps"),
            CostsOf(json, last),
            JsonField.Number(json, "seconds"),
            JsonField.NumberOrNull(json, "stepsPerSecond"),
            JsonField.Text(json, "stopped"),
            JsonField.Text(json, "version"))
        {
            Others = OthersIn(accuracy),
            Drift = JsonField.ShareOrNull(json, "drift"),
            PreparingSteps = JsonField.WholeOrNull(json, "preparingSteps"),
            Weights = JsonField.Text(json, "weights"),
            Evaluation = RecordedEvaluation.Of(JsonField.Find(json, "evaluation")),
        };
    }

    /// <summary>What the last line of metrics says of a run without a result.</summary>
    /// <param name="last">The line.</param>
    public static RecordedResult Of(RecordedStep last) => new(
        last.Student,
        new Accuracy(last.Teacher, null),
        new Accuracy(last.Amplified, null),
        last.TeacherByClass.ToImmutableDictionary(
            pair => pair.Key, pair => (new Accuracy(pair.Value, null), new Accuracy(last.AmplifiedByClass.GetValueOrDefault(pair.Key), null))),
        last.Step,
        last.Costs,
        last.Seconds,
        null,
        RunEnd.Unfinished,
        "")
    {
        PreparingSteps = last.PreparingSteps,
    };

    /// <summary>The costs; older results leave decisions to the last line of metrics.</summary>
    private static OversightLedger CostsOf(JsonNode? json, RecordedStep? last)
    {
        OversightLedger costs = RecordedCosts.Of(json);
        return JsonField.Find(json, "humanDecisions") is null ? costs with { HumanDecisions = last?.Costs.HumanDecisions ?? 0 } : costs;
    }

    /// <summary>The share of right answers of whoever taught X; null where it is not known.</summary>
    internal double? OtherShare(OtherTeacher teacher) => Others.TryGetValue(teacher.Key, out double share) ? share : null;

    private static ImmutableDictionary<string, double> OthersIn(JsonObject accuracy) => accuracy
        .Where(pair => pair.Key is not ("student" or "teacher" or "amplified"))
        .ToImmutableDictionary(pair => pair.Key, pair => JsonField.Share(accuracy, pair.Key));

    private static (Accuracy Teacher, Accuracy Amplified) Pair(JsonNode? shares, JsonNode? intervals) =>
        (Accuracy.Of(shares, intervals, "teacher"), Accuracy.Of(shares, intervals, "amplified"));
}
