using System.Collections.Immutable;

namespace Oversight.Runs.Studies;

/// <summary>An experiment on an oversight method: what is done for each seed, what is expected of it, and what is shown.</summary>
public abstract class Study
{
    /// <summary>The name on the command line and of its folder.</summary>
    public abstract string Name { get; }

    /// <summary>What it is about, one line.</summary>
    public abstract string Title { get; }

    /// <summary>The work for one seed.</summary>
    /// <param name="seed">The seed.</param>
    public abstract ImmutableArray<StudyUnit> NewUnits(long seed);

    /// <summary>What was expected, beside what was measured.</summary>
    /// <param name="measures">All measures.</param>
    public abstract ImmutableArray<Finding> Judge(StudyMeasures measures);

    /// <summary>What is shown.</summary>
    /// <param name="measures">All measures.</param>
    public abstract ImmutableArray<StudyTable> Tables(StudyMeasures measures);
}
