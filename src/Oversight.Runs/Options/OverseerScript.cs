namespace Oversight.Runs.Options;

/// <summary>What the scripted overseer does with a question.</summary>
public enum OverseerScript
{
    /// <summary>What the task says: decompose it.</summary>
    Task,

    /// <summary>Only ask the question again; a control that must fail, for nothing gets easier.</summary>
    Repeat,
}
