using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>
/// What the protocol rests on, for every game: the honest side can always win, and the judge needs one look-up. Test projects link this file and say which
/// games they hold to it.
/// </summary>
public abstract class ClaimGameLaws
{
    private const int Draws = 60;

    /// <summary>The games that must keep the laws.</summary>
    protected abstract IEnumerable<ClaimSource> Sources { get; }

    [Fact]
    public void Option_Any_AddsAndIsOneLevelLower()
    {
        ForEachClaim(Draws, (game, claim, _) =>
        {
            for (int option = 0; option < game.OptionsOf(claim); option++)
            {
                Split split = game.Option(claim, option);
                Assert.True(game.Adds(claim, split));
                Assert.True(game.DepthOf(split.First) < game.DepthOf(claim) && game.DepthOf(split.Second) < game.DepthOf(claim));
            }
        });
    }

    [Fact]
    public void Options_OfTrueClaim_SomeIsTrueInBothHalves_OfFalseClaim_NoneIs()
    {
        ForEachClaim(Draws, (game, claim, _) =>
        {
            bool some = Enumerable.Range(0, game.OptionsOf(claim)).Select(option => game.Option(claim, option))
                .Any(split => game.Holds(split.First) && game.Holds(split.Second));
            Assert.Equal(game.Holds(claim), some);
        });
    }

    [Theory]
    [InlineData("expert")]
    [InlineData("ignorant")]
    [InlineData("inverse")]
    public void Play_ExpertOnTheSideOfTheTruth_WinsWhateverTheOtherDoes(string other)
    {
        ForEachClaim(Draws, (game, claim, random) =>
        {
            var expert = new BeliefDebater(game, new ExactBelief(game), random);
            IBelief belief = other == "expert" ? new ExactBelief(game) : new IgnorantBelief();
            var opponent = new BeliefDebater(game, belief, random, slips: other == "inverse" ? 1 : 0);
            bool isTrue = game.Holds(claim);
            DebateRecord debate = new DebateMatch(game, isTrue ? expert : opponent, isTrue ? opponent : expert).Play([claim])[0];
            Ruling ruling = new CarefulJudge(game).Rule(debate);
            Assert.Equal(isTrue, ruling.Stands);
            Assert.Equal(1, ruling.LookUps);
            Assert.Equal(game.DepthOf(claim) - game.DepthOf(debate.Contested), game.DepthOf(claim));
        });
    }

    [Fact]
    public void LookUp_Leaf_IsWhatHolds()
    {
        ForEachClaim(Draws, (game, claim, random) =>
        {
            while (game.DepthOf(claim) > 0)
                claim = game.Option(claim, random.Next(game.OptionsOf(claim)))[random.NextBool() ? Choice.First : Choice.Second];
            Assert.Equal(game.Holds(claim), game.LookUp(claim));
        });
    }

    [Fact]
    public void Adds_HalfThatWasChanged_IsSeen()
    {
        ForEachClaim(Draws, (game, claim, random) =>
        {
            Split split = game.Option(claim, random.Next(game.OptionsOf(claim)));
            Assert.False(game.Adds(claim, split with { First = split.First with { Value = split.First.Value + 1 } }));
            Assert.False(game.Adds(claim with { Value = claim.Value + 1 }, split));
        });
    }

    [Fact]
    public void Weigh_ThoughtAheadAsFarAsTheClaimIsDeep_IsExact()
    {
        ForEachClaim(Draws / 3, (game, claim, _) =>
        {
            IBelief belief = new LeavesOnly(game);
            for (int turns = 0; turns < game.DepthOf(claim); turns++)
                belief = new LookAheadBelief(game, belief);
            float[] weight = new float[1];
            belief.Weigh([claim], weight);
            Assert.Equal(game.Holds(claim) ? 1 : 0, weight[0]);
        });
    }

    private void ForEachClaim(int draws, Action<IClaimGame, Claim, RandomStream> check)
    {
        ClaimSource[] sources = [.. Sources];
        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            RandomStream random = RandomKey.FromSeed(3).Child(source.Name).Stream();
            for (int i = 0; i < draws; i++)
                check(source.Game, source.Draw(random), random);
        });
    }

    /// <summary>Reads facts, and has no opinion of anything else.</summary>
    private sealed class LeavesOnly(IClaimGame game) : IBelief
    {
        public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
        {
            for (int i = 0; i < claims.Length; i++)
                probabilities[i] = game.DepthOf(claims[i]) > 0 ? 0.5f : game.LookUp(claims[i]) ? 1 : 0;
        }
    }
}
