using Oversight.Core;
using Oversight.Determinism;
using Oversight.Reports.Pages;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Reports;

public sealed class ExpectedAccuracyTests
{
    [Theory]
    [InlineData("sigma^2(1)", 1)]
    [InlineData("sigma^5(1)", 3)]
    [InlineData("sigma^12(1)", 7)]
    public void Count_ExponentOfBBits_TwoToTheBMinusOneLessOne(string question, int expected)
    {
        AlgorithmicTask task = TaskCatalog.Create("permutation-powering", TaskPreset.Small);
        Context context = task.DrawContext(Difficulty.Full, RandomKey.FromSeed(1).Stream());
        Assert.True(task.TryParse(question, out Symbols words));
        Assert.Equal(expected, ExpectedAccuracy.Count(task, context, new Question(context.Facts, words)));
    }

    [Fact]
    public void RightAfter_Limits_AsReasoned()
    {
        Assert.Equal(1, ExpectedAccuracy.RightAfter(31, 0, 64));
        Assert.Equal(1 / 64.0, ExpectedAccuracy.RightAfter(1, 1, 64), 12);
        Assert.Equal(0.9 + 0.1 / 64, ExpectedAccuracy.RightAfter(1, 0.1, 64), 12);
    }

    [Fact]
    public void RightAfter_SimulatedOnPermutations_Agrees()
    {
        // A chain of bijections in which each value is replaced with probability e by a uniform one: what H's errors do to a power of sigma.
        const int Elements = 16;
        const int Trials = 200_000;
        RandomStream random = RandomKey.FromSeed(5).Stream();
        int right = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            int off = 0;
            for (int i = 0; i < 7; i++)
                off = random.Chance(0.1) ? random.Next(Elements) : off;
            right += off == 0 ? 1 : 0;
        }

        // Four standard deviations: a false alarm in 16,000 seeds.
        Assert.Equal(ExpectedAccuracy.RightAfter(7, 0.1, Elements), right / (double)Trials, 4 * Math.Sqrt(0.25 / Trials));
    }
}
