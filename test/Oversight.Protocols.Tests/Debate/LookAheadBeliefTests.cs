using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

public sealed class LookAheadBeliefTests
{
    private readonly SignGame _game = new();

    [Fact]
    public void Weigh_BeliefBeneathHasChanged_RemembersUntilItForgets()
    {
        RandomStream random = RandomKey.FromSeed(4).Stream();
        for (int i = 0; i < 20; i++)
        {
            Claim claim = _game.Draw(random);
            var beneath = new Constant(0.25f);
            var belief = new LookAheadBelief(_game, beneath);
            Assert.Equal(0.25f, Weigh(belief, claim));
            beneath.Value = 0.75f;
            Assert.Equal(0.25f, Weigh(belief, claim));
            belief.Forget();
            Assert.Equal(0.75f, Weigh(belief, claim));
        }
    }

    private static float Weigh(LookAheadBelief belief, Claim claim)
    {
        float[] weight = new float[1];
        belief.Weigh([claim], weight);
        return weight[0];
    }

    private sealed class Constant(float value) : IBelief
    {
        public float Value { get; set; } = value;

        public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities) => probabilities[..claims.Length].Fill(Value);
    }
}
