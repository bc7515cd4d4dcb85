using Oversight.Runs.Rounds;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>Asks a run to stop after some rounds.</summary>
internal sealed class StopsAfter(IRunObserver inner, int rounds, CancellationTokenSource stop) : IRunObserver
{
    private int _rounds;

    public void OnStarted(TrainingRun run) => inner.OnStarted(run);

    public void OnBarrier(TrainingSession session, bool stopping) => inner.OnBarrier(session, stopping);

    public void OnProgress(RunProgress progress)
    {
        inner.OnProgress(progress);
        if (++_rounds >= rounds)
            stop.Cancel();
    }

    public void OnMeasured(MeasuredStep measured) => inner.OnMeasured(measured);

    public void OnConfirmed(MeasuredStep fresh, bool isReached) => inner.OnConfirmed(fresh, isReached);

    public void OnFinished(MeasuredStep final) => inner.OnFinished(final);
}
