namespace Oversight.Methods.RewardModelling;

/// <summary>Whose comparisons a reward model learns.</summary>
public enum RewardOverseer
{
    /// <summary>H, with the help that there is.</summary>
    Human,

    /// <summary>The oracle reward: H whose helper is always right.</summary>
    Oracle,

    /// <summary>A coin: the negative control.</summary>
    Coin,
}
