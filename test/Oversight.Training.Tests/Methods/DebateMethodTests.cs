using Oversight.Tasks;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training.Tests.Methods;

public sealed class DebateMethodTests
{
    private const int Rounds = 160;

    [Fact]
    public void NextRound_Sums_XLearnsFromJudgeLookUpsAlone()
    {
        MeasuredStep measured = ShortRun.Train(ShortRun.Tiny("wildcard-search", TrainingMethod.Debate), Rounds);
        Assert.InRange(measured.Teacher.Overall.Share, 0.7, 1);
        Assert.InRange(measured.Ledger.JudgeLookUps, Rounds * 128, Rounds * 4 * 128);
        Assert.Equal((0, 0, 0, 0), (measured.Ledger.HumanQueries, measured.Ledger.Labels, measured.Ledger.RewardQueries, measured.Ledger.FactsRead));
    }

    [Fact]
    public void NextRound_JudgeThrowsACoin_XStaysAtChance()
    {
        TrainingOptions options = ShortRun.Tiny("wildcard-search", TrainingMethod.Debate) with { Debate = new DebateOptions { Judge = "coin" } };
        MeasuredStep measured = ShortRun.Train(options, Rounds);
        // Who always says 0 is right 0.37 of the time.
        Assert.InRange(measured.Teacher.Overall.Share, 0, 0.45);
        Assert.Equal(0, measured.Ledger.JudgeLookUps);
    }

    [Fact]
    public void ProblemOf_TaskWithoutClaims_SaysWhichHaveThem()
    {
        Assert.Null(TrainingMethods.ProblemOf(ShortRun.Tiny("shortest-path", TrainingMethod.Debate)));
        Assert.Null(TrainingMethods.ProblemOf(ShortRun.Tiny("wildcard-search:mod8", TrainingMethod.Debate)));
        Assert.Contains("wildcard-search", TrainingMethods.ProblemOf(ShortRun.Tiny("wildcard-search:3", TrainingMethod.Debate)), StringComparison.Ordinal);
        Assert.DoesNotContain(TrainingMethod.Debate, TrainingMethods.For("union-find", TaskPreset.Small));
        Assert.Contains(TrainingMethod.Debate, TrainingMethods.For("shortest-path", TaskPreset.Small));
    }
}
