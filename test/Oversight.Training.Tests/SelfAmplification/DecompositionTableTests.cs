using Oversight.Determinism;
using Oversight.Methods.SelfAmplification;

namespace Oversight.Training.Tests.SelfAmplification;

public sealed class DecompositionTableTests
{
    private const int Bits = 8;

    [Fact]
    public void Draw_LearnedFromShortExponents_HalvesLongOnes()
    {
        DecompositionTable table = Halving(shortest: 2, longest: 7, times: 200);
        RandomStream random = RandomKey.FromSeed(1).Stream();
        int right = 0;
        for (int exponent = 8; exponent < 1 << Bits; exponent++)
        {
            int half = table.DrawExponent(0, exponent, 0, random);
            bool isHalf = half == exponent / 2 && table.DrawExponent(1, exponent, half, random) == half;
            bool isOdd = table.DrawAsks(2, exponent, random);
            right += isHalf && isOdd == (exponent % 2 == 1) && (!isOdd || table.DrawExponent(2, exponent, half, random) == 1) ? 1 : 0;
        }

        Assert.InRange(right / 248.0, 0.98, 1);
    }

    [Fact]
    public void DrawExponent_NothingLearned_IsACoinForEachBit()
    {
        var table = new DecompositionTable(Bits);
        RandomStream random = RandomKey.FromSeed(2).Stream();
        double mean = Enumerable.Range(0, 2000).Average(_ => System.Numerics.BitOperations.PopCount((uint)table.DrawExponent(0, 13, 0, random)));
        Assert.InRange(mean, 3.7, 4.3);
    }

    [Fact]
    public void DrawAsks_AfterAllTurns_Never() =>
        Assert.False(Halving(2, 7, 10).DrawAsks(DecompositionTable.Turns, 7, RandomKey.FromSeed(3).Stream()));

    private static DecompositionTable Halving(int shortest, int longest, int times)
    {
        var table = new DecompositionTable(Bits);
        for (int i = 0; i < times; i++)
        {
            for (int exponent = shortest; exponent <= longest; exponent++)
            {
                int half = exponent / 2;
                if (exponent % 2 == 0)
                    table.Learn(exponent, [half, half], [false, true]);
                else
                    table.Learn(exponent, [half, half, 1], [false, true, true]);
            }
        }

        return table;
    }
}
