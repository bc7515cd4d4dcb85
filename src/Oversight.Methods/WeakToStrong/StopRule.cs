namespace Oversight.Methods.WeakToStrong;

/// <summary>When a student stops learning.</summary>
internal enum StopRule
{
    /// <summary>After all steps.</summary>
    AtTheEnd,

    /// <summary>After a sixth of the steps, decided before anything was seen.</summary>
    Early,

    /// <summary>Where it agrees most with held-out labels of the kind that it learns from.</summary>
    OnValidation,
}
