using Oversight.Methods;
using Oversight.Methods.Debate;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Methods;

public sealed class DebateMethodTests
{
    private const int Rounds = 160;

    [Fact]
    public void NextRound_Sums_XLearnsFromJudgeLookUpsAlone()
    {
        MeasuredStep measured = ShortRun.Train(ShortRun.Tiny("wildcard-search", BuiltInMethods.Get("debate")), Rounds);
        Assert.InRange(measured.Teacher.Overall.Share, 0.7, 1);
        Assert.InRange(measured.Ledger.JudgeLookUps, Rounds * 128, Rounds * 4 * 128);
        Assert.Equal((0, 0, 0, 0), (measured.Ledger.HumanQueries, measured.Ledger.Labels, measured.Ledger.RewardQueries, measured.Ledger.FactsRead));
    }

    [Fact]
    public void NextRound_JudgeThrowsACoin_XStaysAtChance()
    {
        TrainingOptions options = ShortRun.Tiny("wildcard-search", BuiltInMethods.Get("debate")) with
        {
            Own = new DebateOptions { Judge = JudgeKind.Coin },
        };
        MeasuredStep measured = ShortRun.Train(options, Rounds);
        // Who always says 0 is right 0.37 of the time.
        Assert.InRange(measured.Teacher.Overall.Share, 0, 0.45);
        Assert.Equal(0, measured.Ledger.JudgeLookUps);
    }

    [Fact]
    public void ProblemOf_TaskWithoutClaims_SaysWhichHaveThem()
    {
        Assert.Null(OptionsProblem.OfTask(ShortRun.Tiny("shortest-path", BuiltInMethods.Get("debate"))));
        Assert.Null(OptionsProblem.OfTask(ShortRun.Tiny("wildcard-search:mod8", BuiltInMethods.Get("debate"))));
        Assert.Contains("wildcard-search", OptionsProblem.OfTask(ShortRun.Tiny("wildcard-search:3", BuiltInMethods.Get("debate"))), StringComparison.Ordinal);
        Assert.DoesNotContain(BuiltInMethods.Get("debate"), BuiltInMethods.Schema.MethodsFor("union-find", TaskPreset.Small));
        Assert.Contains(BuiltInMethods.Get("debate"), BuiltInMethods.Schema.MethodsFor("shortest-path", TaskPreset.Small));
    }
}
