namespace Oversight.Methods.Debate;

/// <summary>Who judges debates.</summary>
public enum JudgeKind
{
    /// <summary>One who checks the arithmetic of splits and looks up one fact.</summary>
    Careful,

    /// <summary>A coin; a control that must fail, for honesty wins nothing.</summary>
    Coin,
}
