namespace Oversight.Training.Tests.Checkpoints;

/// <summary>What a disk does when it fails.</summary>
public enum DiskFault
{
    /// <summary>One call does nothing and says so.</summary>
    Refused,

    /// <summary>One call does half of its work and says so.</summary>
    CutShort,

    /// <summary>One call does half of its work and from then on all are refused, as on a disk that fills up or whose power is cut.</summary>
    Gone,
}
