using System.Text.Json.Serialization;

namespace Oversight.Runs.Statistics;

/// <summary>A share of right answers in one run, and how much evidence it rests on.</summary>
/// <param name="Share">The share.</param>
/// <param name="Effective">
/// How many independent questions it is worth: the questions over the design effect, or the contexts where all answers were right or all
/// wrong.
/// </param>
/// <param name="Contexts">How many distinct contexts were asked about.</param>
/// <param name="Questions">How many questions were asked.</param>
public readonly record struct ShareEvidence(double Share, double Effective, int Contexts, double Questions)
{
    /// <summary>Whether contexts show no spread to go by: everything right, or everything wrong.</summary>
    [JsonIgnore]
    public bool IsConstant => Share is <= 0 or >= 1;

    /// <summary>A share of independent units, such as games or examples, each of which may answer several questions.</summary>
    /// <param name="share">The share.</param>
    /// <param name="units">How many units.</param>
    /// <param name="questions">How many questions in all; as many as units if not given.</param>
    public static ShareEvidence OfUnits(double share, int units, int? questions = null) => new(share, units, units, questions ?? units);

    /// <summary>The variance of the share over contexts; 0 where they show none.</summary>
    internal double Variance => IsConstant ? 0 : Share * (1 - Share) / Effective;
}
