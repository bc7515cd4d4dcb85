using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>The trap of debating oneself: an error that both sides share stands, unless the opponent thinks further than the error or moves at random.</summary>
public sealed class SharedErrorTests
{
    private const int Draws = 40;

    [Fact]
    public void Play_BothSidesShareAnError_TheFalseAnswerStands() =>
        Assert.Equal(Draws, Count((_, shared, _) => shared));

    [Fact]
    public void Play_OpponentKnowsBetter_TheFalseAnswerFalls() =>
        Assert.Equal(0, Count((dispute, _, random) => new BeliefDisputant(dispute, new ExactBelief(dispute.Game), random)));

    [Fact]
    public void Play_OpponentMovesAtRandom_TheFalseAnswerFallsNowAndThen() =>
        Assert.InRange(Count((dispute, _, random) => new BeliefDisputant(dispute, new IgnorantBelief(), random)), Draws / 2, Draws - 1);

    [Fact]
    public void Play_BothThinkATurnAhead_TheFalseAnswerFalls()
    {
        int stood = 0;
        ForEachFalsehood((dispute, question, answer, mistaken, random) =>
        {
            var disputant = new BeliefDisputant(dispute, new LookAheadBelief(dispute.Game, mistaken), random);
            stood += Stands(dispute, question, answer, disputant, disputant) ? 1 : 0;
        });
        Assert.Equal(0, stood);
    }

    private static int Count(Func<IDispute, IDisputant, RandomStream, IDisputant> opponent)
    {
        int stood = 0;
        ForEachFalsehood((dispute, question, answer, mistaken, random) =>
        {
            var proposer = new BeliefDisputant(dispute, mistaken, random);
            stood += Stands(dispute, question, answer, proposer, opponent(dispute, proposer, random)) ? 1 : 0;
        });
        return stood;
    }

    private static bool Stands(IDispute dispute, Question question, Answer answer, IDisputant proposer, IDisputant opponent) =>
        new AnswerDebate(dispute, proposer, opponent, new CarefulJudge(dispute.Game)).Play([question], [answer])[0].Stands;

    /// <summary>Sums of eight signs whose answer is false because the sum of the first four is misremembered, by both sides alike.</summary>
    private static void ForEachFalsehood(Action<IDispute, Question, Answer, IBelief, RandomStream> check)
    {
        var dispute = new SignDispute();
        RandomStream random = RandomKey.FromSeed(8).Stream();
        for (int drawn = 0; drawn < Draws;)
        {
            Question question = SignGame.Ask(SignGame.DrawFacts(8, random), 0, 8);
            Question half = SignGame.HalvesOf(question).First;
            var misremembered = new Claim(half, SignGame.ValueOf(half) + 2);
            if (!dispute.Game.ValuesOf(half).Contains(misremembered.Value))
                continue;
            Answer answer = dispute.AnswerOf(new Claim(question, SignGame.ValueOf(question) + 2));
            check(dispute, question, answer, new Mistaken(dispute.Game, misremembered), random);
            drawn++;
        }
    }

    /// <summary>Knows everything, but for one sum, of which it is surest.</summary>
    private sealed class Mistaken(IClaimGame game, Claim falsehood) : IBelief
    {
        public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
        {
            for (int i = 0; i < claims.Length; i++)
            {
                if (claims[i].Question == falsehood.Question)
                    probabilities[i] = claims[i] == falsehood ? 1 : 0;
                else
                    probabilities[i] = game.Holds(claims[i]) ? 0.9f : 0;
            }
        }
    }
}
