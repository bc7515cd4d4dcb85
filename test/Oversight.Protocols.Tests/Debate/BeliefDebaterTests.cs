using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

public sealed class BeliefDebaterTests
{
    [Fact]
    public void Play_ManyAtATime_AsOneByOneWithExperts()
    {
        var game = new SignGame();
        RandomStream random = RandomKey.FromSeed(4).Stream();
        Claim[] claims = [.. Enumerable.Range(0, 40).Select(_ => game.Draw(random))];
        var expert = new BeliefDebater(game, new ExactBelief(game), random);
        var judge = new CarefulJudge(game);
        DebateRecord[] together = new DebateMatch(game, expert, expert).Play(claims);
        for (int i = 0; i < claims.Length; i++)
        {
            DebateRecord alone = new DebateMatch(game, expert, expert).Play([claims[i]])[0];
            Assert.Equal(judge.Rule(alone).Stands, judge.Rule(together[i]).Stands);
            Assert.Equal(claims[i], together[i].Root);
        }
    }

    [Fact]
    public void Split_ExpertWithAFalseClaim_LiesInOneHalfOnly()
    {
        var game = new SignGame();
        RandomStream random = RandomKey.FromSeed(5).Stream();
        var expert = new BeliefDebater(game, new ExactBelief(game), random);
        var splits = new Split[1];
        for (int i = 0; i < 50; i++)
        {
            Claim claim = game.Draw(random);
            expert.Split([new DebateRecord(claim)], splits);
            bool couldSpareOne = Enumerable.Range(0, game.OptionsOf(claim)).Select(option => game.Option(claim, option))
                .Any(split => game.Holds(split.First) || game.Holds(split.Second));
            int lies = (game.Holds(splits[0].First) ? 0 : 1) + (game.Holds(splits[0].Second) ? 0 : 1);
            Assert.Equal(game.Holds(claim) ? 0 : couldSpareOne ? 1 : 2, lies);
        }
    }
}
