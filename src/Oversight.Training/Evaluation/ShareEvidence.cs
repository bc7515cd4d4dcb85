namespace Oversight.Training.Evaluation;

/// <summary>A share of right answers in one run, and how much evidence it rests on.</summary>
/// <param name="Share">The share.</param>
/// <param name="Effective">
/// How many independent questions it is worth: the questions over the design effect, or the contexts where all answers were right or all wrong.
/// </param>
/// <param name="Contexts">How many distinct contexts were asked about.</param>
/// <param name="Questions">How many questions were asked.</param>
public readonly record struct ShareEvidence(double Share, double Effective, int Contexts, double Questions)
{
    /// <summary>Whether contexts show no spread to go by: everything right, or everything wrong.</summary>
    public bool IsConstant => Share is <= 0 or >= 1;

    /// <summary>The variance of the share over contexts; 0 where they show none.</summary>
    internal double Variance => IsConstant ? 0 : Share * (1 - Share) / Effective;
}
