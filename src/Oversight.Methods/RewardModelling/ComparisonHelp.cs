namespace Oversight.Methods.RewardModelling;

/// <summary>Who helps the overseer compare two answers.</summary>
public enum ComparisonHelp
{
    /// <summary>X's average, which answers their sub-questions.</summary>
    X,

    /// <summary>Nobody; a control that must fail, for alone the overseer cannot tell which answer to a hard question is better.</summary>
    Nobody,
}
