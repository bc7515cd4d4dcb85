namespace Oversight.Training.RewardModelling;

/// <summary>One arm of the study of reward modelling: who tells the policy what is good.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Levels">How many helpers stand one above the other: helper k is asked about parts of up to 2^k edges. 0 for H alone.</param>
public sealed record RewardArm(string Name, int Levels)
{
    /// <summary>How often a helper says the opposite.</summary>
    public double HelperErrors { get; init; }

    /// <summary>Whether H says of an answer outright that it is right or wrong, beside comparing.</summary>
    public bool Judgements { get; init; } = true;

    /// <summary>Whether only questions of distance 2 are asked, where a look-up at one edge of a short answer sees half of it or all.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether the policy gets the true reward: the ceiling.</summary>
    public bool IsOracle { get; init; }

    /// <summary>Whether H tosses a coin: the negative control.</summary>
    public bool IsCoin { get; init; }
}
