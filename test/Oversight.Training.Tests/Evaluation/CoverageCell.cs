using Oversight.Determinism;
using Oversight.Runs.Statistics;

namespace Oversight.Training.Tests.Evaluation;

/// <summary>Runs that never were, drawn from a known truth, to count how often an interval holds it.</summary>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Accuracy">The truth: the mean over seeds and contexts.</param>
/// <param name="Contexts">Contexts a run.</param>
/// <param name="Clustering">The correlation of answers about one context.</param>
/// <param name="Spread">The standard deviation between seeds, in logits; 0 for none.</param>
/// <param name="Shared">Whether all seeds are judged on the same contexts.</param>
internal sealed record CoverageCell(int Seeds, double Accuracy, int Contexts, double Clustering, double Spread, bool Shared)
{
    private const int QuestionsPerContext = 32;

    /// <summary>How often the interval holds the truth, and how wide it is beside that of an oracle who knows the standard error.</summary>
    public (double Coverage, double Width) Measure(int repetitions)
    {
        RandomStream random = RandomKey.FromSeed(1).Child(ToString()).Stream();
        double place = PlaceOf(Accuracy, Spread);
        var means = new double[repetitions];
        double held = 0;
        double width = 0;
        for (int i = 0; i < repetitions; i++)
        {
            ShareEvidence[] runs = Draw(random, place);
            means[i] = runs.Average(run => run.Share);
            (double low, double high) = AccuracyInterval.Of(runs, Shared ? 1 : 0);
            held += low <= Accuracy + 1e-12 && Accuracy - 1e-12 <= high ? 1 : 0;
            width += high - low;
        }

        double variance = Math.Max(1e-12, means.Sum(one => (one - Accuracy) * (one - Accuracy)) / means.Length);
        return (held / repetitions, width / means.Sum(mean => OraclesWidth(mean, variance)));
    }

    /// <summary>
    /// The mean plus and minus 1.96 true standard errors, cut to what a share can be; near the ends the Clopper-Pearson interval of a
    /// sample of the true effective size, which is the wider one there.
    /// </summary>
    private double OraclesWidth(double mean, double variance)
    {
        double margin = 1.96 * Math.Sqrt(variance);
        double cut = Math.Min(1, mean + margin) - Math.Max(0, mean - margin);
        if (Accuracy is > 0.1 and < 0.9)
            return cut;
        (double low, double high) = ClopperPearson.Interval(mean, Accuracy * (1 - Accuracy) / variance);
        return Math.Max(cut, high - low);
    }

    private ShareEvidence[] Draw(RandomStream random, double place)
    {
        double[] common = [.. Enumerable.Range(0, Contexts).Select(_ => Shared ? Variates.Beta(random, Accuracy, Clustering) : 0)];
        return [.. Enumerable.Range(0, Seeds).Select(_ =>
        {
            double seed = Spread == 0 ? Accuracy : Variates.Logistic(place + Spread * random.NextNormal());
            double[] contexts = Shared ? common : [.. common.Select(_ => Variates.Beta(random, seed, Clustering))];
            IEnumerable<int> right = contexts.Select(chance => Variates.Binomial(random, QuestionsPerContext, chance));
            return new ClusteredAccuracy([.. right.Select(count => new ClassAccuracy(count, QuestionsPerContext))]).Evidence;
        })];
    }

    /// <summary>Where the logits of the seeds lie so that their mean accuracy is the truth.</summary>
    private static double PlaceOf(double accuracy, double spread)
    {
        (double low, double high) = (-20, 20);
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = MeanAt(middle, spread) < accuracy ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double MeanAt(double place, double spread)
    {
        double[] points = [.. Enumerable.Range(-50, 101).Select(i => i / 10.0)];
        return points.Sum(z => Math.Exp(-z * z / 2) * Variates.Logistic(place + spread * z)) / points.Sum(z => Math.Exp(-z * z / 2));
    }
}
