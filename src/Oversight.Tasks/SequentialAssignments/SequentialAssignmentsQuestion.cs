namespace Oversight.Tasks.SequentialAssignments;

/// <summary>What can be asked about assignments; the number is the question's first symbol, but for <see cref="Apply"/>.</summary>
public enum SequentialAssignmentsQuestion : byte
{
    /// <summary>What is f of two values? Primitive; written as the two values alone, and only where f is a table.</summary>
    Apply = 0,

    /// <summary>What is the value of x?</summary>
    Value = 1,

    /// <summary>y, where x := f(y, z); the value itself, where x is assigned one. Primitive.</summary>
    First = 2,

    /// <summary>z, where x := f(y, z); the value itself, where x is assigned one. Primitive.</summary>
    Second = 3,
}
