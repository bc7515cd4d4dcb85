using Oversight.Methods;
using Oversight.Methods.RewardModelling;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Training.Tests.Methods;

/// <summary>On sums over two strings, the first that can be learned: a comparison says little, and the others take minutes.</summary>
public sealed class RewardModellingMethodTests
{
    private const int Rounds = 400;
    private const int ControlRounds = 120;
    private const string FirstClass = "wilds 1";

    [Fact]
    public void NextRound_Sums_XLearnsFromComparisonsAlone()
    {
        MeasuredStep measured = ShortRun.Train(Options(new RewardModellingOptions()), Rounds);
        Assert.InRange(measured.Teacher.ByClass[FirstClass].Share, 0.8, 1);
        Assert.InRange(measured.Ledger.HumanQueries, Rounds * 64, Rounds * 128);
        Assert.InRange(measured.Ledger.FactsRead, 1, measured.Ledger.HumanQueries);
        Assert.Equal((0, 0, 0), (measured.Ledger.Labels, measured.Ledger.RewardQueries, measured.Ledger.JudgeLookUps));
    }

    [Theory]
    [InlineData(ComparisonHelp.Nobody, ComparerKind.Human)]
    [InlineData(ComparisonHelp.X, ComparerKind.Coin)]
    public void NextRound_Control_XStaysAtChance(ComparisonHelp help, ComparerKind comparer)
    {
        MeasuredStep measured = ShortRun.Train(Options(new RewardModellingOptions { Help = help, Comparer = comparer }), ControlRounds);
        // Who always says 0 is right 0.53 of the time.
        Assert.InRange(measured.Teacher.ByClass[FirstClass].Share, 0, 0.6);
    }

    [Theory]
    [InlineData("permutation-powering")]
    [InlineData("union-find")]
    public void ProblemOf_AnyTask_HasNone(string task) => Assert.Null(OptionsProblem.OfTask(ShortRun.Tiny(task, BuiltInMethods.Get("reward-modelling"))));

    private static TrainingOptions Options(RewardModellingOptions reward) =>
        ShortRun.Tiny("wildcard-search", BuiltInMethods.Get("reward-modelling")) with { Own = reward, Curriculum = new CurriculumOptions { Frontier = 1 } };
}
