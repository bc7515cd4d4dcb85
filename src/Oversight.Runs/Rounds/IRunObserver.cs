namespace Oversight.Runs.Rounds;

/// <summary>Watches a run: a terminal, a run folder, a test. Called on the thread that runs, between rounds; must be quick.</summary>
public interface IRunObserver
{
    /// <summary>The run is about to begin.</summary>
    /// <param name="run">The run; its weights may be read whenever this observer is called.</param>
    void OnStarted(TrainingRun run);

    /// <summary>A round has ended and what it led to has been told: a moment at which the run can be saved.</summary>
    /// <param name="session">The run.</param>
    /// <param name="stopping">Whether this is the last such moment.</param>
    void OnBarrier(TrainingSession session, bool stopping)
    {
    }

    /// <summary>A round has ended.</summary>
    /// <param name="progress">Where the run stands.</param>
    void OnProgress(RunProgress progress);

    /// <summary>Accuracy has been measured.</summary>
    /// <param name="measured">The figures.</param>
    void OnMeasured(MeasuredStep measured);

    /// <summary>The target seemed reached, and accuracy has been measured again on fresh contexts.</summary>
    /// <param name="fresh">The figures on the fresh contexts.</param>
    /// <param name="isReached">Whether the target is reached there too; otherwise the run goes on.</param>
    void OnConfirmed(MeasuredStep fresh, bool isReached)
    {
    }

    /// <summary>The run has ended, and accuracy has been measured on the larger set that no decision is made on.</summary>
    /// <param name="final">The figures.</param>
    void OnFinished(MeasuredStep final) => OnMeasured(final);
}
