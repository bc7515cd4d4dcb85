using Oversight.Determinism;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// M, decomposing: how often each decision was taken in each situation, learned from transcripts by counting. A bit of the exponent to ask for next depends on the turn, on the bits of the question's
/// exponent there and one place higher, on the lowest bit, and on what was asked before; the counts are shared by all places, so that what was learned from short exponents says what to do with long ones.
/// </summary>
/// <param name="bits">Bits of an exponent.</param>
internal sealed class DecompositionTable(int bits)
{
    /// <summary>Turns that ask at most.</summary>
    public const int Turns = 3;

    private const double Doubt = 0.02;
    private readonly double[] _bits = new double[Turns << 6];
    private readonly double[] _asks = new double[(Turns + 1) << 2];
    private readonly double[] _goesOn = new double[Turns << 1];

    /// <summary>Takes one transcript in.</summary>
    /// <param name="exponent">n of the question.</param>
    /// <param name="asked">The exponents asked for, in order.</param>
    /// <param name="goesOn">For each, whether it was asked of the reply before rather than of the question's element.</param>
    public void Learn(int exponent, ReadOnlySpan<int> asked, ReadOnlySpan<bool> goesOn)
    {
        for (int turn = 0; turn <= asked.Length; turn++)
        {
            bool asks = turn < asked.Length;
            _asks[SituationOf(turn, exponent) + (asks ? 1 : 0)]++;
            if (!asks)
                return;
            int before = turn == 0 ? 0 : asked[turn - 1];
            for (int i = 0; i < bits; i++)
                _bits[SituationOf(turn, i, exponent, before) + (asked[turn] >> i & 1)]++;
            _goesOn[(turn << 1) + (goesOn[turn] ? 1 : 0)]++;
        }
    }

    /// <summary>Whether to ask once more.</summary>
    /// <param name="turn">How often was asked before.</param>
    /// <param name="exponent">n of the question.</param>
    /// <param name="random">Consumed.</param>
    public bool DrawAsks(int turn, int exponent, RandomStream random) =>
        turn < Turns && Draw(_asks, SituationOf(turn, exponent), random);

    /// <summary>The exponent to ask for.</summary>
    /// <param name="turn">How often was asked before.</param>
    /// <param name="exponent">n of the question.</param>
    /// <param name="before">What was asked last; 0 for nothing.</param>
    /// <param name="random">Consumed.</param>
    public int DrawExponent(int turn, int exponent, int before, RandomStream random)
    {
        int asked = 0;
        for (int i = 0; i < bits; i++)
            asked |= Draw(_bits, SituationOf(turn, i, exponent, before), random) ? 1 << i : 0;
        return asked;
    }

    /// <summary>Whether to ask it of the last reply.</summary>
    /// <param name="turn">How often was asked before.</param>
    /// <param name="random">Consumed.</param>
    public bool DrawGoesOn(int turn, RandomStream random) => Draw(_goesOn, turn << 1, random);

    private static int SituationOf(int turn, int exponent) => (turn << 2) + ((exponent & 1) << 1);

    private static int SituationOf(int turn, int place, int exponent, int before)
    {
        int situation = turn;
        situation = situation << 1 | exponent >> place & 1;
        situation = situation << 1 | exponent >> (place + 1) & 1;
        situation = situation << 1 | (place == 0 ? 1 : 0);
        situation = situation << 1 | exponent & 1;
        situation = situation << 1 | before >> place & 1;
        return situation << 1;
    }

    private static bool Draw(double[] counts, int situation, RandomStream random)
    {
        double yes = counts[situation + 1] + Doubt;
        return random.NextDouble() * (counts[situation] + counts[situation + 1] + 2 * Doubt) < yes;
    }
}
