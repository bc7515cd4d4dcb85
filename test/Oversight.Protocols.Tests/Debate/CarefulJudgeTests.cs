using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

public sealed class CarefulJudgeTests
{
    private readonly SignGame _game = new();
    private readonly Claim _claim;

    public CarefulJudgeTests() => _claim = _game.Draw(RandomKey.FromSeed(1).Stream());

    [Fact]
    public void Rule_SplitThatDoesNotAdd_HolderLosesWithoutALookUp()
    {
        Split split = _game.Option(_claim, 0);
        DebateRecord debate = new DebateRecord(_claim).Then(new Turn(split with { Second = split.Second with { Value = split.Second.Value + 2 } }, Choice.First));
        Assert.Equal(new Ruling(false, RulingReason.DoesNotAdd, 0), new CarefulJudge(_game).Rule(debate));
    }

    [Fact]
    public void Rule_Conceded_StandsWithoutALookUp()
    {
        DebateRecord debate = new DebateRecord(_claim).Then(new Turn(_game.Option(_claim, 0), Choice.Neither));
        Assert.True(debate.IsConceded);
        Assert.Equal(_claim, debate.Contested);
        Assert.Equal(new Ruling(true, RulingReason.Conceded, 0), new CarefulJudge(_game).Rule(debate));
    }

    [Fact]
    public void Rule_MessageBesideTheClaims_ChangesNothing()
    {
        var expert = new BeliefDebater(_game, new ExactBelief(_game), RandomKey.FromSeed(2).Stream());
        DebateRecord debate = new DebateMatch(_game, expert, expert).Play([_claim])[0];
        DebateRecord chatty = debate with { Turns = [.. debate.Turns.Select(turn => turn with { Split = turn.Split with { Message = 3 } })] };
        Assert.Equal(new CarefulJudge(_game).Rule(debate), new CarefulJudge(_game).Rule(chatty));
    }
}
