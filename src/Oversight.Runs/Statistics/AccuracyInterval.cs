namespace Oversight.Runs.Statistics;

/// <summary>
/// The 95 % interval of an accuracy over one run or several: modified Wilson intervals for samples in two stages (Korn and Graubard 1998;
/// Dean and Pagano 2015; Franco et al. 2019). Seeds are the primary units, contexts the second stage. Two sources are told apart, and the
/// interval covers what either of them says: the spread between seeds, which carries both sources where contexts are fresh, and the spread
/// between contexts, which seeds that happen to agree do not hide. See docs/ledger.md for the measured coverage.
/// </summary>
public static class AccuracyInterval
{
    /// <summary>
    /// The weight, among contexts that go wrong, of one not seen yet that goes wrong as a whole; the more that were seen go wrong, the
    /// less. Without it a handful of single mistakes would say that contexts hardly matter, where one more context may fail entirely. With
    /// it the design effect goes over into the case of no mistake at all, where each context counts as one question.
    /// </summary>
    private const double UnseenContext = 0.1;

    /// <summary>The same where all runs are judged on the same contexts: more runs then show no more contexts.</summary>
    private const double UnseenSharedContext = 0.05;

    /// <summary>The interval of the mean share.</summary>
    /// <param name="runs">One a seed; at least one.</param>
    /// <param name="common">The share of contexts that the runs have in common, from 0 to 1: what these contexts do to all runs alike does
    /// not show between seeds.</param>
    public static (double Low, double High) Of(IReadOnlyList<ShareEvidence> runs, double common = 0)
    {
        ShareEvidence[] asked = Asked(runs);
        if (asked.Length == 0 || asked is [{ Contexts: < 2 }])
            return (0, 1);
        (double low, double high) = OverContexts(asked, common);
        if (asked.Length < 2)
            return (low, high);
        double share = asked.Average(run => run.Share);
        double between = asked.Sum(run => (run.Share - share) * (run.Share - share)) / (asked.Length - 1.0) / asked.Length;
        if (between <= 0)
            return (low, high);
        (low, high) = Both((low, high), Wilson(share, between, asked.Length - 1));
        double shared = common * ContextVariance(asked, common);
        return shared <= 0
            ? (low, high)
            : Both((low, high), Wilson(share, between + shared, Satterthwaite(between, asked.Length - 1, shared, MeanFreedom(asked))));
    }

    /// <summary>The interval that contexts alone give, as if all seeds were equally good.</summary>
    /// <param name="runs">One a seed; at least one.</param>
    /// <param name="common">The share of contexts that the runs have in common.</param>
    public static (double Low, double High) OverContexts(IReadOnlyList<ShareEvidence> runs, double common = 0)
    {
        ShareEvidence[] asked = Asked(runs);
        if (asked.Length == 0)
            return (0, 1);
        double share = asked.Average(run => run.Share);
        if (share is <= 0 or >= 1)
            return ClassAccuracy.Interval(share, DistinctContexts(asked, common));
        double within = Within(asked, common);
        double variance = (within + common * (asked.Length - 1) * ContextVariance(asked, common)) / asked.Length;
        double fresh = asked.Sum(run => run.Contexts - 1.0);
        return Wilson(share, variance, (1 - common) * fresh + common * MeanFreedom(asked));
    }

    /// <summary>The variance of one run's share over contexts, the mean over runs.</summary>
    private static double Within(ShareEvidence[] runs, double common)
    {
        double share = runs.Average(run => run.Share);
        double spread = share * (1 - share);
        double contexts = runs.Average(run => run.Contexts);
        double measured = Math.Max(runs.Average(run => run.Variance), spread / runs.Average(run => run.Questions));
        // What a mistake weighs, in contexts: 1 where contexts are right or wrong as a whole, one over the questions a context where
        // questions are independent.
        double weight = measured * contexts / spread;
        double failed = Math.Min(share, 1 - share) * DistinctContexts(runs, common);
        double unseen = (1 - common) * UnseenContext / (1 + failed / weight) + common * UnseenSharedContext;
        weight = (failed * weight + unseen) / (failed + unseen);
        return Math.Max(measured, weight * spread / contexts);
    }

    /// <summary>The part of it that comes from contexts and not from the questions asked about them.</summary>
    private static double ContextVariance(ShareEvidence[] runs, double common)
    {
        double share = runs.Average(run => run.Share);
        return share is <= 0 or >= 1 ? 0 : Math.Max(0, Within(runs, common) - share * (1 - share) / runs.Average(run => run.Questions));
    }

    private static double DistinctContexts(ShareEvidence[] runs, double common) =>
        runs.Sum(run => (double)run.Contexts) / (1 + common * (runs.Length - 1));

    private static double MeanFreedom(ShareEvidence[] runs) => runs.Average(run => run.Contexts - 1.0);

    /// <summary>The degrees of freedom of a sum of two variances (Satterthwaite 1946).</summary>
    private static double Satterthwaite(double left, double leftFreedom, double right, double rightFreedom) =>
        (left + right) * (left + right) / (left * left / leftFreedom + right * right / Math.Max(1, rightFreedom));

    /// <summary>Wilson's interval (1927) with the effective size that a variance stands for, and t in the place of z.</summary>
    private static (double Low, double High) Wilson(double share, double variance, double freedom) =>
        ClassAccuracy.Interval(share, share * (1 - share) / variance, StudentT.Quantile(Math.Max(1, freedom)));

    /// <summary>What either of two intervals covers.</summary>
    private static (double Low, double High) Both((double Low, double High) one, (double Low, double High) other) =>
        (Math.Min(one.Low, other.Low), Math.Max(one.High, other.High));

    private static ShareEvidence[] Asked(IReadOnlyList<ShareEvidence> runs) => [.. runs.Where(run => run.Contexts > 0)];
}
