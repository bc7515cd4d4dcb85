using Oversight.Runs.Rounds;

namespace Oversight.Cli.Rendering;

/// <summary>Shows a run as it goes.</summary>
internal interface IProgressView : IRunObserver
{
    /// <summary>Says that the run was asked to end and will do so after this round. Called on another thread.</summary>
    void OnInterrupted();
}
