namespace Oversight.Methods.RewardModelling;

/// <summary>Who compares two answers.</summary>
public enum ComparerKind
{
    /// <summary>The overseer.</summary>
    Human,

    /// <summary>A coin; a control that must fail, for its preferences say nothing.</summary>
    Coin,
}
