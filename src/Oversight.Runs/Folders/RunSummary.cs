using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>The figures of a run that count, as one JSON object: what <c>--json</c> prints and what <c>result.json</c> begins with.</summary>
/// <param name="Task">Says in which order classes come.</param>
/// <param name="Result">What the run came to.</param>
/// <param name="PeakMemoryMb">The most memory that the process had, in MiB.</param>
/// <param name="VectorWidth">The bits of the vectors that were used; 0 for none.</param>
public sealed record RunSummary(AlgorithmicTask Task, RunResult Result, double PeakMemoryMb, int VectorWidth)
{
    /// <summary>The bits of the vectors of all parts of the run, in order; more than one where it went on on another vector path.</summary>
    public ImmutableArray<int> VectorWidths { get; init; } = [];

    /// <summary>The steps of X a second of training, evaluations left out.</summary>
    public double StepsPerSecond => Result.TrainingSeconds > 0 ? Result.Final.Step / Result.TrainingSeconds : 0;

    /// <summary>The object that <c>--json</c> prints.</summary>
    public JsonObject ToJson()
    {
        MeasuredStep final = Result.Final;
        var json = new JsonObject
        {
            ["task"] = Result.Options.Task,
            ["preset"] = Result.Options.Preset,
            ["method"] = Setting.Format(Result.Options.Method),
            ["seed"] = Result.Options.Seed,
            ["accuracy"] = new JsonObject
            {
                ["student"] = Share(final.Student.Overall),
                ["teacher"] = Share(final.Teacher.Overall),
                ["amplified"] = Share(final.Amplified.Overall),
            },
            ["byDepth"] = ByClass(final),
            ["steps"] = final.Step,
            ["preparingSteps"] = final.Ledger.PreparingSteps,
            ["rounds"] = final.Round,
            ["preparingRounds"] = final.PreparingRounds,
            ["humanQueries"] = final.Ledger.HumanQueries,
            ["labels"] = final.Ledger.Labels,
            ["seconds"] = Math.Round(Result.Seconds, 3),
            ["stepsPerSecond"] = Math.Round(StepsPerSecond, 2),
            ["peakMemoryMb"] = Math.Round(PeakMemoryMb, 1),
            ["threads"] = Result.Threads,
            ["vectorWidth"] = VectorWidth,
            ["stopped"] = Setting.Format(Result.Stopped),
        };
        if (VectorWidths.Length > 1)
            json["vectorWidths"] = new JsonArray([.. VectorWidths.Select(bits => JsonValue.Create(bits))]);
        foreach ((string name, EvaluationResult other) in final.Others)
            json["accuracy"]![name] = Share(other.Overall);
        return json;
    }

    /// <summary>
    /// The object of <c>result.json</c>: the same figures, the milestones, and a hash of the weights that tells whether two runs came to the same.
    /// </summary>
    internal JsonObject ToResult(RunWeights weights, string version)
    {
        JsonObject json = ToFigures();
        json["milestones"] = new JsonArray([.. Result.Milestones.Select(milestone => new JsonObject
        {
            ["class"] = milestone.Class,
            ["amplifiedStep"] = milestone.AmplifiedStep,
            ["teacherStep"] = milestone.TeacherStep,
        })]);
        json["weights"] = "sha256:" + WeightsStamp.HashOf(weights.Vectors);
        json["version"] = version;
        return json;
    }

    /// <summary>What <c>--json</c> prints, with all costs, the intervals and how far H' departs from H.</summary>
    internal JsonObject ToFigures()
    {
        JsonObject json = ToJson();
        json["humanDecisions"] = Result.Ledger.HumanDecisions;
        json["factsRead"] = Result.Ledger.FactsRead;
        json["judgeLookUps"] = Result.Ledger.JudgeLookUps;
        json["rewardQueries"] = Result.Ledger.RewardQueries;
        json["questionsAnswered"] = Result.Ledger.QuestionsAnswered;
        json["assistantCalls"] = Result.Ledger.AssistantCalls;
        json["humanModelSteps"] = Result.Ledger.HumanModelSteps;
        if (Result.Final.Drift is { } drift)
            json["drift"] = Math.Round(drift, 6);
        json["intervals"] = Intervals(Result.Final);
        if (Result.Final.Judged is { } judged)
            json["evaluation"] = Contexts(judged);
        json["trainingSeconds"] = Math.Round(Result.TrainingSeconds, 3);
        return json;
    }

    private JsonObject ByClass(MeasuredStep final)
    {
        var json = new JsonObject();
        foreach (string label in ClassOrder.Sort(Task, final.Teacher.ByClass.Keys))
        {
            json[label] = new JsonObject
            {
                ["teacher"] = Share(final.Teacher.ByClass[label]),
                ["amplified"] = Share(final.Amplified.ByClass[label]),
            };
        }

        return json;
    }

    /// <summary>What the figures rest on; by the hashes a reader can tell which contexts runs have in common.</summary>
    private static JsonObject Contexts(JudgedContexts judged) => new()
    {
        ["contextsAsked"] = judged.Asked,
        ["contexts"] = judged.Count,
        ["shared"] = judged.Shared,
        ["hashes"] = new JsonArray([.. judged.Hashes.Select(hash => JsonValue.Create(hash.ToString("x16", CultureInfo.InvariantCulture)))]),
    };

    /// <summary>95 % intervals over contexts, of all questions and of each class.</summary>
    private JsonObject Intervals(MeasuredStep final)
    {
        var byClass = new JsonObject();
        foreach (string label in ClassOrder.Sort(Task, final.Teacher.ContextsByClass.Keys))
            byClass[label] = Intervals(final.Teacher.ContextsByClass[label], final.Amplified.ContextsByClass[label]);
        JsonObject json = Intervals(final.Teacher.Contexts, final.Amplified.Contexts);
        json["byDepth"] = byClass;
        return json;
    }

    /// <summary>The intervals, and what they rest on, so that several runs can be put together later.</summary>
    private static JsonObject Intervals(ClusteredAccuracy? teacher, ClusteredAccuracy? amplified)
    {
        var json = new JsonObject { ["teacher"] = Interval(teacher), ["amplified"] = Interval(amplified) };
        if (teacher is null || amplified is null)
            return json;
        json["effective"] = new JsonObject
        {
            ["teacher"] = Math.Round(teacher.Evidence.Effective, 3),
            ["amplified"] = Math.Round(amplified.Evidence.Effective, 3),
        };
        json["contexts"] = teacher.Evidence.Contexts;
        json["questions"] = teacher.Evidence.Questions;
        return json;
    }

    private static JsonArray? Interval(ClusteredAccuracy? accuracy)
    {
        if (accuracy is null)
            return null;
        (double low, double high) = accuracy.Interval();
        return new JsonArray(Math.Round(low, 6), Math.Round(high, 6));
    }

    private static double Share(ClassAccuracy accuracy) => Math.Round(accuracy.Share, 6);
}
