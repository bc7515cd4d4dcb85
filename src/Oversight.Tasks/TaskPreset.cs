namespace Oversight.Tasks;

/// <summary>How large a task's configuration is.</summary>
public enum TaskPreset
{
    /// <summary>A handful of elements: learned within a minute.</summary>
    Tiny,

    /// <summary>About sixteen elements: learned on a laptop.</summary>
    Small,

    /// <summary>The size of the reference's experiments, 64 elements.</summary>
    Paper,
}
