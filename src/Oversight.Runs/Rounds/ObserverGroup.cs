namespace Oversight.Runs.Rounds;

/// <summary>Several observers in order.</summary>
/// <param name="observers">The observers.</param>
public sealed class ObserverGroup(params IRunObserver[] observers) : IRunObserver
{
    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        foreach (IRunObserver observer in observers)
            observer.OnStarted(run);
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
        foreach (IRunObserver observer in observers)
            observer.OnProgress(progress);
    }

    /// <inheritdoc/>
    public void OnBarrier(TrainingSession session, bool stopping)
    {
        foreach (IRunObserver observer in observers)
            observer.OnBarrier(session, stopping);
    }

    /// <inheritdoc/>
    public void OnConfirmed(MeasuredStep fresh, bool isReached)
    {
        foreach (IRunObserver observer in observers)
            observer.OnConfirmed(fresh, isReached);
    }

    /// <inheritdoc/>
    public void OnFinished(MeasuredStep final)
    {
        foreach (IRunObserver observer in observers)
            observer.OnFinished(final);
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        foreach (IRunObserver observer in observers)
            observer.OnMeasured(measured);
    }
}
