using System.Collections.Immutable;

namespace Oversight.Methods.RewardModelling;

/// <summary>How one chain of levels is trained.</summary>
/// <param name="Ranges">The longest distance of each level, from the lowest; each level's H is assisted by the level before it, and the lowest by nobody.</param>
/// <param name="Overseer">Who compares.</param>
/// <param name="ErrorRate">How often a helper is deliberately wrong.</param>
/// <param name="Flattering">Whether helpers call what is as far as they see one edge nearer.</param>
/// <param name="RightOrWrong">Whether H says right or wrong of single answers instead of comparing two.</param>
/// <param name="Vertices">Vertices of a graph.</param>
/// <param name="ComparisonSteps">Optimiser steps of each level's reward model.</param>
/// <param name="PolicySteps">Optimiser steps of each level's policy.</param>
/// <param name="Pairs">Comparisons a step.</param>
/// <param name="Questions">Questions a policy step.</param>
/// <param name="Width">Hidden units.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Bonus">The weight of the policy's entropy.</param>
/// <param name="HeldOut">Held-out questions of each distance.</param>
/// <param name="MostSamples">The largest n of best-of-n; a power of two.</param>
public sealed record RewardModellingStudyOptions(
    ImmutableArray<int> Ranges,
    RewardOverseer Overseer = RewardOverseer.Human,
    double ErrorRate = 0,
    bool Flattering = false,
    bool RightOrWrong = false,
    int Vertices = 12,
    int ComparisonSteps = 200,
    int PolicySteps = 240,
    int Pairs = 48,
    int Questions = 16,
    int Width = 32,
    double Rate = 0.01,
    double Bonus = 0.01,
    int HeldOut = 20,
    int MostSamples = 64)
{
    /// <summary>The longest distance that is asked for.</summary>
    public int Farthest => Ranges[^1];
}
