using Oversight.Core;

namespace Oversight.Runs.Processes;

/// <summary>Something that learns beside X, round by round: a reward model that learns from comparisons.</summary>
public interface ISideProcess : IProcess, IDisposable
{
    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    string? Divergence { get; }

    /// <summary>What it has cost so far.</summary>
    OversightLedger Spent { get; }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    long Flops { get; }

    /// <summary>Where it stands; vectors are kept apart.</summary>
    SideState Capture();

    /// <summary>Goes back to where it stood; vectors have been filled already, and the process must be new.</summary>
    /// <param name="state">Where it stood.</param>
    void Restore(SideState state);
}
