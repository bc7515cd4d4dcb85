namespace Oversight.Tasks.SequentialAssignments;

/// <summary>What a fact about assignments says.</summary>
internal enum SequentialAssignmentsFact
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>Nothing: it stands where no new entry of f was needed, to keep the number of facts constant.</summary>
    Blank,

    /// <summary>x := value.</summary>
    Constant,

    /// <summary>x := f(y, z).</summary>
    Application,

    /// <summary>f(a, b) = value.</summary>
    Entry,
}
