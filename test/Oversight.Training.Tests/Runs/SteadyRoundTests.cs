using Oversight.Determinism;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Runs;

/// <summary>What rounds cost in managed memory once a run has got going; evaluation, checkpoints and progress on the screen are not part of a round.</summary>
public sealed class SteadyRoundTests
{
    private const int Rounds = 12;

    // Code that the runtime has not optimised yet allocates what it later keeps on the stack: the calmest of some stretches of rounds counts.
    private const int MostStretches = 40;

    // A few small objects a round may be overlooked; a buffer, a list or a closure for each question may not.
    private const int MostBeside = 256;

    [Fact]
    public void NextRound_Steady_AllocatesTheContextsItDrawsAndHardlyMore()
    {
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Tiny, BuiltInMethods.Get("amplify")) with
        {
            // H is asked no more: a query would be recorded, and records grow.
            Human = new HumanOptions { Initial = 64, Rate = 0 },
            HumanModel = new HumanModelOptions { ReadyBelow = 1000, Patience = 1, IdleBelow = 0 },
        };
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        while (run.Steps < 3)
            run.NextRound();

        long least = long.MaxValue;
        for (int i = 0; i < MostStretches && least > MostBeside * Rounds; i++)
            least = Math.Min(least, AllocatedBesideContexts(run, options));
        Assert.True(least is >= 0 and <= MostBeside * Rounds, $"{least} bytes in {Rounds} rounds beside the contexts drawn.");
    }

    /// <summary>What the next rounds allocate, the contexts that they draw left out.</summary>
    private static long AllocatedBesideContexts(TrainingRun run, TrainingOptions options)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
            run.NextRound();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated - ContextsDrawn(run, options, run.Rounds - Rounds + 1) * BytesOfOneContext(run.Task);
    }

    /// <summary>How many contexts the last rounds drew: those of their batches, and the held-out ones that were drawn and dropped.</summary>
    private static long ContextsDrawn(TrainingRun run, TrainingOptions options, int firstRound)
    {
        var curriculum = new Curriculum(run.Task, options.Curriculum);
        RandomKey key = RandomKey.FromSeed(options.Seed).Child("targets");
        int shards = Math.Min(options.Batch.Shards, options.Batch.Contexts);
        long drawn = 0;
        for (int round = firstRound; round <= run.Rounds; round++)
        {
            for (int shard = 0; shard < shards; shard++)
            {
                RandomStream random = key.Child(round).Child(shard).Child("questions").Stream();
                for (int kept = 0; kept < options.Batch.Contexts / shards; drawn++)
                {
                    Context context = run.Task.DrawContext(curriculum.Difficulty, random);
                    if (ContextSource.IsHeldOut(context))
                        continue;
                    kept++;
                    for (int i = 0; i < options.Batch.Questions; i++)
                        curriculum.DrawQuestion(context, random);
                }
            }
        }

        return drawn;
    }

    private static long BytesOfOneContext(AlgorithmicTask task)
    {
        RandomStream random = RandomKey.FromSeed(1).Stream();
        task.DrawContext(Difficulty.Full, random);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Context context = task.DrawContext(Difficulty.Full, random);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(task.FactCount(Difficulty.Full), context.Facts.Count);
        return allocated;
    }
}
