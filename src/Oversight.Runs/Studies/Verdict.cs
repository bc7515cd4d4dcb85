namespace Oversight.Runs.Studies;

/// <summary>What the data say of an <see cref="Expectation"/>.</summary>
public enum Verdict
{
    /// <summary>The whole interval lies where it was expected.</summary>
    Holds,

    /// <summary>The whole interval lies elsewhere.</summary>
    Fails,

    /// <summary>The interval reaches over an end of what was expected: too few seeds or games to tell.</summary>
    Undecided,
}
