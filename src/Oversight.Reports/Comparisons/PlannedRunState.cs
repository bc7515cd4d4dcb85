namespace Oversight.Reports.Comparisons;

/// <summary>How far a run is that a comparison needs.</summary>
public enum PlannedRunState
{
    /// <summary>There is nothing yet.</summary>
    New,

    /// <summary>It was begun, or interrupted; it is started again.</summary>
    Unfinished,

    /// <summary>It has ended and is not run again.</summary>
    Finished,

    /// <summary>Something else stands in its folder.</summary>
    Blocked,
}
