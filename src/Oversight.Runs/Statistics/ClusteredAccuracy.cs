using System.Collections.Immutable;

namespace Oversight.Runs.Statistics;

/// <summary>
/// How often answers were right, context by context. Questions about one context stand or fall together, so an interval must not count
/// each as new evidence.
/// </summary>
/// <param name="Contexts">One count a context.</param>
public sealed record ClusteredAccuracy(ImmutableArray<ClassAccuracy> Contexts)
{
    /// <summary>All contexts together.</summary>
    public ClassAccuracy Total => Contexts.Aggregate(default(ClassAccuracy), (sum, context) => sum + context);

    /// <summary>
    /// What the share rests on: as many questions as the contexts' spread says they are worth (Kish's design effect). Where every answer
    /// was right, or every one wrong, there is no spread to go by, and each context counts as one question.
    /// </summary>
    public ShareEvidence Evidence
    {
        get
        {
            ClassAccuracy total = Total;
            ImmutableArray<ClassAccuracy> asked = [.. Contexts.Where(context => context.Asked > 0)];
            bool constant = asked.Length < 2 || total.Right == 0 || total.Right == total.Asked;
            double effective = constant ? asked.Length : total.Asked / DesignEffect(asked, total);
            return new ShareEvidence(total.Share, effective, asked.Length, total.Asked);
        }
    }

    /// <summary>
    /// The 95 % interval of the share, for contexts like these; everything from 0 to 1 where fewer than two were asked about.
    /// </summary>
    public (double Low, double High) Interval() => AccuracyInterval.Of([Evidence]);

    /// <summary>How many questions about the same contexts are worth one about a context of its own; at least 1.</summary>
    private static double DesignEffect(ImmutableArray<ClassAccuracy> contexts, ClassAccuracy total)
    {
        double p = total.Share;
        double squares = contexts.Sum(context => Math.Pow(context.Right - p * context.Asked, 2));
        double between = contexts.Length / (contexts.Length - 1.0) * squares / ((double)total.Asked * total.Asked);
        return Math.Max(1, between / (p * (1 - p) / total.Asked));
    }
}
