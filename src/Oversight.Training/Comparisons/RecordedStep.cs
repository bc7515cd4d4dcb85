using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Oversight.Training.Comparisons;

/// <summary>One line of a run's <c>metrics.jsonl</c>, read back.</summary>
/// <param name="Step">Optimiser steps of X.</param>
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
/// <param name="HumanQueries">Top-level questions decomposed by the real H.</param>
/// <param name="HumanDecisions">Sub-questions and answers given by the real H.</param>
/// <param name="Labels">Ground-truth answers used for training.</param>
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
    long HumanQueries,
    long HumanDecisions,
    long Labels)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">As <see cref="Runs.MetricsLine"/> writes it.</param>
    /// <exception cref="FormatException">It is not such a line.</exception>
    public static RecordedStep Parse(string line)
    {
        try
        {
            return Read(JsonNode.Parse(line)!.AsObject());
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new FormatException($"not a line of metrics: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    private static RecordedStep Read(JsonObject json) => new(
        (int)json["step"]!,
        (double)json["seconds"]!,
        (double)json["student"]!["accuracy"]!,
        (double)json["teacher"]!["accuracy"]!,
        (double)json["amplified"]!["accuracy"]!,
        ByClass(json["teacher"]!),
        ByClass(json["amplified"]!),
        (double?)json["assistantLoss"],
        (double?)json["humanModelLoss"],
        (double?)json["humanModelValidationLoss"],
        (double?)json["countedShare"],
        int.TryParse((string?)json["difficulty"], out int level) ? level : null,
        (int?)json["openClasses"] ?? 0,
        (long?)json["humanQueries"] ?? 0,
        (long?)json["humanDecisions"] ?? 0,
        (long?)json["labels"] ?? 0);

    private static ImmutableDictionary<string, double> ByClass(JsonNode result) =>
        result["byClass"]!.AsObject().ToImmutableDictionary(pair => pair.Key, pair => (double)pair.Value!);
}
