using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Reports;

/// <summary>Folders of runs that were never run: all that reports and comparisons read, without the minutes.</summary>
internal static class WrittenRun
{
    public static TrainingOptions Options(LearningMethod? method = null, long seed = 1) =>
        Presets.Create("permutation-powering", TaskPreset.Tiny, method ?? BuiltInMethods.All.Usual) with { Seed = seed };

    private static ImmutableSortedDictionary<string, EvaluationResult> Others(double? supervisor)
    {
        var others = ImmutableSortedDictionary<string, EvaluationResult>.Empty;
        return supervisor is { } share ? others.Add("supervisor", Result(share)) : others;
    }

    /// <summary>Writes a run whose accuracy ends at a share.</summary>
    public static RecordedRun Write(
        string path,
        TrainingOptions options,
        double share,
        bool finished = true,
        double? supervisor = null,
        double? drift = null,
        string weights = "",
        int contexts = 0,
        JsonObject? evaluation = null)
    {
        AlgorithmicTask task = TaskCatalog.Create(options.Task, TaskPreset.Tiny);
        Assert.True(RunFolder.TryCreate(path, BuiltInMethods.Schema, options, "1.0.0", out RunFolder? folder, out string? error), error);
        GrowingFile metrics = folder.Growing("metrics.jsonl");
        for (int i = 1; i <= 5; i++)
            metrics.Add(Encoding.UTF8.GetBytes(MetricsLine.Format(task, Step(10 * i, share * i / 5)) + "\n"));
        metrics.Flush();
        if (finished)
        {
            MeasuredStep last = Step(50, share, contexts) with { Others = Others(supervisor), Drift = drift };
            var result = new RunResult(options, last, 12.5, 11, 2, StopReason.Steps, []);
            JsonObject figures = new RunSummary(task, result, 100, 256).ToFigures();
            if (weights.Length > 0)
                figures["weights"] = weights;
            if (evaluation is not null)
                figures["evaluation"] = evaluation;
            folder.WriteResult(figures);
        }

        Assert.True(RecordedRun.TryOpen(path, BuiltInMethods.Schema, out RecordedRun? run, out error), error);
        return run;
    }

    public static MeasuredStep Step(int step, double share, int contexts = 0) => new(
        step,
        Round: step + 1,
        Seconds: step / 10.0,
        Result(share, contexts),
        Result(share, contexts),
        Result(share, contexts),
        AssistantLoss: 1.5,
        GradientNorm: 0.25,
        HumanModelLoss: 0.01,
        HumanModelValidationLoss: 0.02,
        CountedShare: 0.5,
        Difficulty: "3",
        OpenClasses: 2,
        new OversightLedger(HumanQueries: 10 * step, Steps: step));

    /// <summary>With contexts kept apart where their number is given: 20 questions each, the wrong ones spread over them.</summary>
    private static EvaluationResult Result(double share, int contexts = 0)
    {
        var accuracy = new ClassAccuracy((int)Math.Round(1000 * share), 1000);
        var classes = ImmutableSortedDictionary<string, ClassAccuracy>.Empty.Add("bits 2", accuracy).Add("bits 3", accuracy);
        var result = new EvaluationResult(accuracy, classes, accuracy, 0);
        if (contexts == 0)
            return result;
        ClusteredAccuracy clustered = Clustered(share, contexts);
        return result with
        {
            Contexts = clustered,
            ContextsByClass = ImmutableSortedDictionary<string, ClusteredAccuracy>.Empty.Add("bits 2", clustered).Add("bits 3", clustered),
        };
    }

    private static ClusteredAccuracy Clustered(double share, int contexts)
    {
        const int Questions = 20;
        int right = (int)Math.Round(share * Questions * contexts);
        return new ClusteredAccuracy(
        [
            .. Enumerable.Range(0, contexts).Select(i => new ClassAccuracy(right / contexts + (i < right % contexts ? 1 : 0), Questions)),
        ]);
    }
}
