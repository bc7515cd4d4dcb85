using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

public sealed class LookAheadBeliefTests
{
    public static TheoryData<string> All => [.. Games.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Weigh_ThoughtAsFarAsTheClaimIsDeep_IsExact(string name)
    {
        ForEachClaim(name, (game, claim) =>
        {
            IBelief belief = new LeavesOnly(game);
            for (int turns = 0; turns < game.DepthOf(claim); turns++)
                belief = new LookAheadBelief(game, belief);
            Assert.Equal(game.Holds(claim) ? 1 : 0, Weigh(belief, claim));
        });
    }

    [Fact]
    public void Weigh_BeliefBeneathHasChanged_RemembersUntilItForgets()
    {
        ForEachClaim("sum", (game, claim) =>
        {
            var beneath = new Constant(0.25f);
            var belief = new LookAheadBelief(game, beneath);
            Assert.Equal(0.25f, Weigh(belief, claim));
            beneath.Value = 0.75f;
            Assert.Equal(0.25f, Weigh(belief, claim));
            belief.Forget();
            Assert.Equal(0.75f, Weigh(belief, claim));
        });
    }

    private static float Weigh(IBelief belief, Claim claim)
    {
        float[] weight = new float[1];
        belief.Weigh([claim], weight);
        return weight[0];
    }

    private static void ForEachClaim(string name, Action<IClaimGame, Claim> check)
    {
        IClaimGame game = Games.Of(name);
        RandomStream random = RandomKey.FromSeed(4).Child(name).Stream();
        for (int i = 0; i < 20; i++)
            check(game, Games.Draw(name, game, random));
    }

    private sealed class Constant(float value) : IBelief
    {
        public float Value { get; set; } = value;

        public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities) => probabilities[..claims.Length].Fill(Value);
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
