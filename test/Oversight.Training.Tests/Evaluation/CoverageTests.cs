using Xunit.Abstractions;

namespace Oversight.Training.Tests.Evaluation;

/// <summary>
/// The intervals of accuracies hold the truth as often as they say, and are not wastefully wide. The table stands in docs/ledger.md.
/// </summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Repetitions = 1500;
    private const double Least = 0.93;
    private const double Widest = 1.5;
    private const double Weak = 0.02;
    private const double Strong = 0.3;
    private const double Spread = 0.3;
    private static readonly double[] Accuracies = [0.5, 0.8, 0.95, 0.99, 0.999];

    [Theory]
    [InlineData(3, 4)]
    [InlineData(3, 10)]
    [InlineData(5, 4)]
    [InlineData(5, 10)]
    [InlineData(10, 4)]
    [InlineData(10, 10)]
    public void Of_SeveralSeedsFewContexts_HoldsTheTruth(int seeds, int contexts)
    {
        foreach (double accuracy in Accuracies)
        {
            foreach (double clustering in (double[])[Weak, Strong])
            {
                foreach (double spread in (double[])[0, Spread])
                    Hold(new CoverageCell(seeds, accuracy, contexts, clustering, spread, Shared: false));
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void Of_SeveralSeedsManyContexts_HoldsTheTruth(int seeds)
    {
        foreach ((double accuracy, double clustering, double spread) in (ReadOnlySpan<(double, double, double)>)
            [
                (0.5, Weak, 0), (0.5, Strong, Spread), (0.95, Weak, Spread), (0.95, Strong, 0), (0.99, Strong, 0), (0.999, Weak, 0),
                (0.999, Strong, Spread),
            ])
        {
            Hold(new CoverageCell(seeds, accuracy, Contexts: 100, clustering, spread, Shared: false));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void Of_AllSeedsOnTheSameContexts_HoldsTheTruth(int seeds)
    {
        foreach (int contexts in (int[])[4, 10])
        {
            foreach (double accuracy in Accuracies)
            {
                foreach (double clustering in (double[])[Weak, Strong])
                    Hold(new CoverageCell(seeds, accuracy, contexts, clustering, Spread: 0, Shared: true));
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(100)]
    public void Of_OneSeed_HoldsTheTruthOverContexts(int contexts)
    {
        foreach (double accuracy in Accuracies)
        {
            foreach (double clustering in (double[])[Weak, Strong])
                Hold(new CoverageCell(Seeds: 1, accuracy, contexts, clustering, Spread: 0, Shared: false));
        }
    }

    private void Hold(CoverageCell cell)
    {
        (double coverage, double width) = cell.Measure(Repetitions);
        output.WriteLine($"{cell}: {coverage:F3} {width:F2}");
        Assert.True(coverage >= Least, $"{cell}: {coverage}");
        if (cell is { Seeds: 5, Shared: false } && IsJudgedByWidth(cell))
            Assert.True(width <= Widest, $"{cell}: {width} times the oracle's width");
    }

    /// <summary>
    /// Where hardly a context has gone wrong yet, only an oracle can tell single mistakes from contexts that fail as a whole: there
    /// intervals are wider.
    /// </summary>
    private static bool IsJudgedByWidth(CoverageCell cell) =>
        cell.Accuracy <= 0.95 || (cell.Accuracy <= 0.99 && cell.Contexts >= 10) || cell.Contexts >= 100;
}
