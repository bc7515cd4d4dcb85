using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Methods.RewardModelling;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Debate;

namespace Oversight.Training.Tests.RewardModelling;

public sealed class RewardModellingStudyTests
{
    [Fact]
    public void Run_PinnedForm_PredictionsComeTrueAndControlsFail()
    {
        StudyResult result = PinnedStudy.Run(new RewardModellingStudy(StudyForm.Pinned), seed: 1);
        PinnedStudy.AssertHolds(result);
        Assert.Equal(0, result.Ledgers[0].Labels);
    }

    [Fact]
    public void Advance_EveryStep_HReadsNoMoreThanOneFactAnAnswer()
    {
        using var unit = new RewardModellingUnit("short", Short, RandomKey.FromSeed(3));
        OversightLedger before = unit.Ledger;
        while (!unit.IsFinished)
        {
            unit.Advance();
            OversightLedger spent = unit.Ledger;
            Assert.InRange(spent.FactsRead - before.FactsRead, 0, 2 * (spent.HumanQueries - before.HumanQueries));
            Assert.Equal(1, spent.Steps - before.Steps);
            before = spent;
        }

        Assert.Equal(3 * 5 * 6, unit.Ledger.HumanQueries);
    }

    [Fact]
    public void Restore_InTheMiddleOfALevel_GoesOnToTheSameMeasures()
    {
        using var whole = new RewardModellingUnit("short", Short, RandomKey.FromSeed(4));
        using var first = new RewardModellingUnit("short", Short, RandomKey.FromSeed(4));
        using var second = new RewardModellingUnit("short", Short, RandomKey.FromSeed(4));
        while (!whole.IsFinished)
            whole.Advance();
        for (int i = 0; i < 20; i++)
            first.Advance();
        foreach (((_, Perceptron from), (_, Perceptron to)) in first.Networks.Zip(second.Networks))
        {
            foreach ((var source, var target) in from.Vectors.Zip(to.Vectors))
                source.Vector.Values.CopyTo(target.Vector.Values);
        }

        second.Restore(first.Capture());
        while (!second.IsFinished)
            second.Advance();
        Assert.Equal(whole.Measures, second.Measures);
        Assert.Equal(whole.Ledger, second.Ledger);
    }

    private static RewardModellingStudyOptions Short =>
        new([1, 2, 4], Vertices: 8, ComparisonSteps: 5, PolicySteps: 8, Pairs: 6, Questions: 2, HeldOut: 2, MostSamples: 2);
}
