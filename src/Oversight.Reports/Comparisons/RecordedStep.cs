using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Runs.Files;

namespace Oversight.Reports.Comparisons;

/// <summary>One line of a run's <c>metrics.jsonl</c>, read back.</summary>
/// <param name="Step">Steps: batches that X was given in the method proper.</param>
/// <param name="Seconds">Wall-clock time since the start.</param>
/// <param name="Student">X as trained: share of held-out questions that were right.</param>
/// <param name="Teacher">X's Polyak average.</param>
/// <param name="Amplified">Amplify^H'(X), or Amplify^H(X) where there is no H'.</param>
/// <param name="TeacherByClass">The teacher on each class of questions.</param>
/// <param name="AmplifiedByClass">The amplified teacher on each class of questions.</param>
/// <param name="AssistantLoss">The running loss of X; null before its first step.</param>
/// <param name="HumanModelLoss">The running loss of H'; null without H'.</param>
/// <param name="HumanModelValidationLoss">The running loss of H' on fresh transcripts; null without H'.</param>
/// <param name="CountedShare">The share of targets that were not idk.</param>
/// <param name="Difficulty">The instance size level; null at full size.</param>
/// <param name="OpenClasses">How many classes of questions are asked.</param>
/// <param name="Costs">What oversight had cost; counts that older files leave out are 0.</param>
public sealed record RecordedStep(
    int Step,
    double Seconds,
    double Student,
    double Teacher,
    double Amplified,
    ImmutableDictionary<string, double> TeacherByClass,
    ImmutableDictionary<string, double> AmplifiedByClass,
    double? AssistantLoss,
    double? HumanModelLoss,
    double? HumanModelValidationLoss,
    double? CountedShare,
    int? Difficulty,
    int OpenClasses,
    OversightLedger Costs)
{
    /// <summary>Batches that X was given before the method proper; null in older files, which count them among the steps.</summary>
    public long? PreparingSteps { get; init; }

    /// <summary>The line with preparing steps counted apart, as newer files count them.</summary>
    /// <param name="preparing">How many the run was to take.</param>
    internal RecordedStep CountedApart(int preparing) =>
        PreparingSteps is null ? this with { Step = Math.Max(0, Step - preparing), PreparingSteps = Math.Min(Step, preparing) } : this;

    /// <summary>Every answer that an overseer of some kind gave: human queries, labels, judge look-ups and reward queries.</summary>
    public long Oversight => Costs.HumanQueries + Costs.Labels + Costs.JudgeLookUps + Costs.RewardQueries;

    /// <summary>Reads a line.</summary>
    /// <param name="line">As <see cref="Oversight.Runs.Folders.MetricsLine"/> writes it.</param>
    /// <exception cref="FormatException">It is not such a line.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static RecordedStep Parse(string line)
    {
        JsonNode? json = JsonField.Parse(line);
        ImmutableDictionary<string, double> teacher = ByClass(JsonField.Group(json, "teacher"));
        ImmutableDictionary<string, double> amplified = ByClass(JsonField.Group(json, "amplified"));
        if (!teacher.Keys.ToHashSet().SetEquals(amplified.Keys))
            throw new FormatException("the teacher and the amplified teacher are measured on different classes");
        return new RecordedStep(
            JsonField.Count(json, "step"),
            JsonField.Number(json, "seconds"),
            JsonField.Share(JsonField.Group(json, "student"), "accuracy"),
            JsonField.Share(JsonField.Group(json, "teacher"), "accuracy"),
            JsonField.Share(JsonField.Group(json, "amplified"), "accuracy"),
            teacher,
            amplified,
            JsonField.NumberOrNull(json, "assistantLoss"),
            JsonField.NumberOrNull(json, "humanModelLoss"),
            JsonField.NumberOrNull(json, "humanModelValidationLoss"),
            JsonField.NumberOrNull(json, "countedShare"),
            int.TryParse(JsonField.Text(json, "difficulty"), out int level) ? level : null,
            JsonField.Count(json, "openClasses"),
            RecordedCosts.Of(json))
        {
            PreparingSteps = JsonField.WholeOrNull(json, "preparingSteps"),
        };
    }

    private static ImmutableDictionary<string, double> ByClass(JsonObject result)
    {
        JsonObject shares = JsonField.Group(result, "byClass");
        return shares.ToImmutableDictionary(pair => pair.Key, pair => JsonField.Share(shares, pair.Key));
    }
}
