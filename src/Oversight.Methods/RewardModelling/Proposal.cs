using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// What a policy answers to "how far is it?": so many edges, by way of a vertex in the middle; or that it is farther than its level reaches. It is
/// the pair of numbers that H can do something with, for a way in full is longer than they can follow.
/// </summary>
/// <param name="Question">The question for a distance.</param>
/// <param name="Waypoint">The vertex that is reached after <see cref="Near"/> edges; <see cref="None"/> for "farther".</param>
/// <param name="Length">How many edges; one more than the level reaches for "farther".</param>
public readonly record struct Proposal(Question Question, int Waypoint, int Length)
{
    /// <summary>No vertex.</summary>
    public const int None = -1;

    /// <summary>Edges up to the way-point: half of them, rounded up.</summary>
    public int Near => (Length + 1) / 2;

    /// <summary>Edges from the way-point on.</summary>
    public int Rest => Length / 2;

    /// <summary>Whether it says "farther" and nothing else.</summary>
    public bool IsFarther => Waypoint == None;

    /// <summary>The proposal that it is farther than a level reaches.</summary>
    /// <param name="question">The question for a distance.</param>
    /// <param name="range">The longest distance of the level.</param>
    public static Proposal Farther(Question question, int range) => new(question, None, range + 1);
}
