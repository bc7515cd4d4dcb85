namespace Oversight.Runs.Rounds;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>The teacher reached the accuracy wanted.</summary>
    Target,

    /// <summary>The steps were used up.</summary>
    Steps,

    /// <summary>The minutes were used up.</summary>
    Minutes,

    /// <summary>The human queries were used up, and the method makes no targets without them.</summary>
    Queries,

    /// <summary>Someone asked for it.</summary>
    Interrupted,

    /// <summary>The loss or the gradient was not a number, or the loss exploded.</summary>
    Diverged,
}
