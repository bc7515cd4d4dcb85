using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Oversight.Training.Comparisons;

/// <summary>What a run came to, read back from its <c>result.json</c> or, while it has none, from its last line of metrics.</summary>
/// <param name="Student">X as trained.</param>
/// <param name="Teacher">X's Polyak average: the X to ask.</param>
/// <param name="Amplified">The amplified teacher.</param>
/// <param name="ByClass">The teacher and the amplified teacher on each class.</param>
/// <param name="Steps">Optimiser steps of X.</param>
/// <param name="HumanQueries">Top-level questions decomposed by the real H.</param>
/// <param name="HumanDecisions">Sub-questions and answers given by the real H.</param>
/// <param name="Labels">Ground-truth answers used for training.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="StepsPerSecond">Steps of X a second of training; null if not known.</param>
/// <param name="Stopped">Why it ended: <c>target</c>, <c>steps</c>, <c>minutes</c>, <c>interrupted</c>, <c>diverged</c>; <c>unfinished</c> without a result.</param>
/// <param name="Version">The program's version; empty if not known.</param>
public sealed record RecordedResult(
    double Student,
    Accuracy Teacher,
    Accuracy Amplified,
    ImmutableDictionary<string, (Accuracy Teacher, Accuracy Amplified)> ByClass,
    int Steps,
    long HumanQueries,
    long HumanDecisions,
    long Labels,
    double Seconds,
    double? StepsPerSecond,
    string Stopped,
    string Version)
{
    /// <summary>Whether there was a result, and nobody had interrupted the run.</summary>
    public bool IsFinished => Stopped is not ("unfinished" or "interrupted");

    /// <summary>What stands in <c>result.json</c>.</summary>
    /// <param name="json">The object.</param>
    /// <param name="last">The last line of metrics, for what older results leave out; null if there is none.</param>
    public static RecordedResult Of(JsonObject json, RecordedStep? last)
    {
        JsonNode? intervals = json["intervals"];
        return new RecordedResult(
            (double)json["accuracy"]!["student"]!,
            Accuracy.Of(json["accuracy"]!["teacher"], intervals?["teacher"]),
            Accuracy.Of(json["accuracy"]!["amplified"], intervals?["amplified"]),
            json["byDepth"]!.AsObject().ToImmutableDictionary(pair => pair.Key, pair => Pair(pair.Value!, intervals?["byDepth"]?[pair.Key])),
            (int)json["steps"]!,
            (long)json["humanQueries"]!,
            (long?)json["humanDecisions"] ?? last?.HumanDecisions ?? 0,
            (long)json["labels"]!,
            (double)json["seconds"]!,
            (double?)json["stepsPerSecond"],
            (string)json["stopped"]!,
            (string?)json["version"] ?? "");
    }

    /// <summary>What the last line of metrics says of a run without a result.</summary>
    /// <param name="last">The line.</param>
    public static RecordedResult Of(RecordedStep last) => new(
        last.Student,
        new Accuracy(last.Teacher, null),
        new Accuracy(last.Amplified, null),
        last.TeacherByClass.ToImmutableDictionary(
            pair => pair.Key, pair => (new Accuracy(pair.Value, null), new Accuracy(last.AmplifiedByClass[pair.Key], null))),
        last.Step,
        last.HumanQueries,
        last.HumanDecisions,
        last.Labels,
        last.Seconds,
        null,
        "unfinished",
        "");

    private static (Accuracy Teacher, Accuracy Amplified) Pair(JsonNode shares, JsonNode? intervals) =>
        (Accuracy.Of(shares["teacher"], intervals?["teacher"]), Accuracy.Of(shares["amplified"], intervals?["amplified"]));
}
