namespace Oversight.Methods.ExpertIteration;

/// <summary>Who gives the verdict on proposals.</summary>
public enum VerifierKind
{
    /// <summary>The truth.</summary>
    Truth,

    /// <summary>A coin; a control that must fail, for right answers are told from wrong ones by chance only.</summary>
    Coin,
}
