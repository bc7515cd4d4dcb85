using System.Collections.Immutable;
using System.Text;
using Oversight.Core;
using Oversight.Tasks;
using Oversight.Training.Comparisons;
using Oversight.Training.Evaluation;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training.Tests.Reports;

/// <summary>Folders of runs that were never run: all that reports and comparisons read, without the minutes.</summary>
internal static class WrittenRun
{
    public static TrainingOptions Options(TrainingMethod method = TrainingMethod.Amplify, long seed = 1) =>
        Presets.Create("permutation-powering", TaskPreset.Tiny, method) with { Seed = seed };

    /// <summary>Writes a run whose accuracy ends at a share.</summary>
    public static RecordedRun Write(string path, TrainingOptions options, double share, bool finished = true, double? supervisor = null, double? drift = null)
    {
        AlgorithmicTask task = TaskCatalog.Create(options.Task, TaskPreset.Tiny);
        Assert.True(RunFolder.TryCreate(path, options, "1.0.0", out RunFolder? folder, out string? error), error);
        GrowingFile metrics = folder.Growing("metrics.jsonl");
        for (int i = 1; i <= 5; i++)
            metrics.Add(Encoding.UTF8.GetBytes(MetricsLine.Format(task, Step(10 * i, share * i / 5)) + "\n"));
        metrics.Flush();
        if (finished)
        {
            MeasuredStep last = Step(50, share) with { Supervisor = supervisor is { } weak ? Result(weak) : null, Drift = drift };
            var result = new RunResult(options, last, 12.5, 11, 2, StopReason.Steps, []);
            folder.WriteResult(new RunSummary(task, result, 100, 256).ToFigures());
        }

        Assert.True(RecordedRun.TryOpen(path, out RecordedRun? run, out error), error);
        return run;
    }

    public static MeasuredStep Step(int step, double share) => new(
        step,
        Round: step + 1,
        Seconds: step / 10.0,
        Result(share),
        Result(share),
        Result(share),
        AssistantLoss: 1.5,
        GradientNorm: 0.25,
        HumanModelLoss: 0.01,
        HumanModelValidationLoss: 0.02,
        CountedShare: 0.5,
        Difficulty: "3",
        OpenClasses: 2,
        new OversightLedger(HumanQueries: 10 * step, Steps: step));

    private static EvaluationResult Result(double share)
    {
        var accuracy = new ClassAccuracy((int)Math.Round(1000 * share), 1000);
        var classes = ImmutableSortedDictionary<string, ClassAccuracy>.Empty.Add("bits 2", accuracy).Add("bits 3", accuracy);
        return new EvaluationResult(accuracy, classes, accuracy, 0);
    }
}
