using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Methods;

/// <summary>A seeded run of a method that takes a second or two: enough to see it learn, or a control not learn.</summary>
internal static class ShortRun
{
    /// <summary>The preset's options at the smallest size.</summary>
    public static TrainingOptions Tiny(string task, LearningMethod method) => Presets.Create(task, TaskPreset.Tiny, method);

    /// <summary>Trains and measures.</summary>
    public static MeasuredStep Train(TrainingOptions options, int rounds)
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        for (int i = 0; i < rounds; i++)
            run.NextRound();
        Assert.False(run.HasDiverged, run.Divergence);
        return run.Evaluate(0);
    }
}
