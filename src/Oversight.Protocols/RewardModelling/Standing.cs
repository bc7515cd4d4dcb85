namespace Oversight.Protocols.RewardModelling;

/// <summary>What H makes of one answer.</summary>
public enum Standing
{
    /// <summary>All that he could check was so.</summary>
    Confirmed,

    /// <summary>He could check nothing.</summary>
    CannotTell,

    /// <summary>Something was not so.</summary>
    Refuted,
}
