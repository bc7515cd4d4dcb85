using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>
/// How the claims of a task are taken apart: which values there are, which splits are legal, what a judge may look up. Recursive claim splitting follows the
/// tree of human consultancy in Irving, Christiano and Amodei 2018 (arXiv 1805.00899, section 2). Stateless and thread-safe.
/// </summary>
public interface IClaimGame
{
    /// <summary>How many times a claim on this question can be split; 0 means that the judge can look it up.</summary>
    /// <param name="claim">The claim; for walks its depth depends on the value.</param>
    int DepthOf(Claim claim);

    /// <summary>The values that anyone may claim without contradicting arithmetic, in ascending order.</summary>
    /// <param name="question">What is asked.</param>
    ImmutableArray<int> ValuesOf(Question question);

    /// <summary>How many legal splits a claim has; never 0 where <see cref="DepthOf"/> is positive.</summary>
    /// <param name="claim">A claim that is no leaf.</param>
    int OptionsOf(Claim claim);

    /// <summary>One of the legal splits.</summary>
    /// <param name="claim">A claim that is no leaf.</param>
    /// <param name="option">From 0 to <see cref="OptionsOf"/> - 1.</param>
    Split Option(Claim claim, int option);

    /// <summary>Whether a split adds up: the judge's check, which reads no facts.</summary>
    /// <param name="claim">The claim that was split.</param>
    /// <param name="split">What was stated.</param>
    bool Adds(Claim claim, Split split);

    /// <summary>Whether a leaf is true: reads one fact.</summary>
    /// <param name="leaf">A claim of depth 0.</param>
    bool LookUp(Claim leaf);

    /// <summary>Whether a claim is true, found by reading every fact below it: for experts who may, for audits and for evaluation.</summary>
    /// <param name="claim">Any claim.</param>
    bool Holds(Claim claim);

    /// <summary>A claim in words, for people.</summary>
    /// <param name="claim">Any claim.</param>
    string Format(Claim claim);
}
