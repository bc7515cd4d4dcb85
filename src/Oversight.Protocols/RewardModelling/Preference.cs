namespace Oversight.Protocols.RewardModelling;

/// <summary>Which of two answers H takes.</summary>
public enum Preference
{
    /// <summary>They cannot tell them apart.</summary>
    Neither,

    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,
}
