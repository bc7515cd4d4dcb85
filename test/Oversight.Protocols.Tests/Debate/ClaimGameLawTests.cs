using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>What the protocol rests on, for every game: the honest side can always win, and the judge needs one look-up.</summary>
public sealed class ClaimGameLawTests
{
    private const int Draws = 60;

    public static TheoryData<string> All => [.. Games.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Option_Any_AddsAndIsOneLevelLower(string name)
    {
        ForEachClaim(name, (game, claim, _) =>
        {
            for (int option = 0; option < game.OptionsOf(claim); option++)
            {
                Split split = game.Option(claim, option);
                Assert.True(game.Adds(claim, split));
                Assert.True(game.DepthOf(split.First) < game.DepthOf(claim) && game.DepthOf(split.Second) < game.DepthOf(claim));
            }
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Options_OfTrueClaim_SomeIsTrueInBothHalves_OfFalseClaim_NoneIs(string name)
    {
        ForEachClaim(name, (game, claim, _) =>
        {
            bool some = Enumerable.Range(0, game.OptionsOf(claim)).Select(option => game.Option(claim, option))
                .Any(split => game.Holds(split.First) && game.Holds(split.Second));
            Assert.Equal(game.Holds(claim), some);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Play_ExpertOnTheSideOfTheTruth_WinsWhateverTheOtherDoes(string name)
    {
        foreach (string other in (string[])["expert", "ignorant", "inverse"])
        {
            ForEachClaim(name, (game, claim, random) =>
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
    }

    [Theory]
    [MemberData(nameof(All))]
    public void LookUp_Leaf_IsWhatHolds(string name)
    {
        ForEachClaim(name, (game, claim, random) =>
        {
            while (game.DepthOf(claim) > 0)
                claim = game.Option(claim, random.Next(game.OptionsOf(claim)))[random.NextBool() ? Choice.First : Choice.Second];
            Assert.Equal(game.Holds(claim), game.LookUp(claim));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Adds_HalfThatWasChanged_IsSeen(string name)
    {
        ForEachClaim(name, (game, claim, random) =>
        {
            Split split = game.Option(claim, random.Next(game.OptionsOf(claim)));
            Assert.False(game.Adds(claim, split with { First = split.First with { Value = split.First.Value + 1 } }));
            Assert.False(game.Adds(claim with { Value = claim.Value + 1 }, split));
        });
    }

    private static void ForEachClaim(string name, Action<IClaimGame, Claim, RandomStream> check)
    {
        IClaimGame game = Games.Of(name);
        RandomStream random = RandomKey.FromSeed(3).Child(name).Stream();
        for (int i = 0; i < Draws; i++)
            check(game, Games.Draw(name, game, random), random);
    }
}
