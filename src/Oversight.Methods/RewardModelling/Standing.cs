namespace Oversight.Methods.RewardModelling;

/// <summary>What H makes of one answer.</summary>
public enum Standing
{
    /// <summary>All that H could check was so.</summary>
    Confirmed,

    /// <summary>H could check nothing.</summary>
    CannotTell,

    /// <summary>Something was not so.</summary>
    Refuted,
}
