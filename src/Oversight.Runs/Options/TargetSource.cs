namespace Oversight.Runs.Options;

/// <summary>Where the targets of amplification come from.</summary>
public enum TargetSource
{
    /// <summary>Amplify: the overseer asks X's average sub-questions and combines its answers.</summary>
    Amplified,

    /// <summary>X's own answers, never amplified; a control that must fail, for nothing new comes in.</summary>
    Own,
}
