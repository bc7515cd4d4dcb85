namespace Oversight.Runs.Rounds;

/// <summary>
/// The loop that trains X, whatever the method. In each round up to four processes run side by side, reading only what was published at the barrier before:
/// (1) collect transcripts of Amplify^H(X), (2) train H' on them, (3) make targets, in Iterated Amplification the answers of Amplify^H'(X), (4) train X on them.
/// </summary>
public static class TrainingLoop
{
    /// <summary>
    /// Runs until the target, the steps, the minutes or the human queries are reached, or until it is asked to stop. The clock is looked at
    /// after each round, those of preparing included.
    /// </summary>
    /// <param name="session">The run, at its start or restored; changed, and still the caller's to dispose of.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="cancellation">Asks to stop: the round is finished and the result measured.</param>
    /// <returns>What the run came to.</returns>
    public static RunResult Run(TrainingSession session, IRunObserver observer, CancellationToken cancellation)
    {
        TrainingRun run = session.Run;
        observer.OnStarted(run);
        StopReason? stopped = WhyStop(session, cancellation);
        if (stopped is not null)
            observer.OnBarrier(session, stopping: true);
        while (stopped is null)
        {
            run.NextRound();
            observer.OnProgress(run.Progress(session.Seconds));
            if (run.IsEvaluationDue && !run.HasDiverged)
            {
                MeasuredStep measured = session.Evaluate();
                observer.OnMeasured(measured);
                if (measured.Teacher.Reaches(session.Options.Until) && IsConfirmed(session, observer))
                    stopped = StopReason.Target;
            }

            stopped ??= WhyStop(session, cancellation);
            observer.OnBarrier(session, stopping: stopped is not null);
        }

        MeasuredStep final = session.EvaluateFinally();
        observer.OnFinished(final);
        return new RunResult(
            session.Options,
            final,
            session.Seconds,
            session.Seconds - session.MeasuringSeconds,
            session.Pool.Threads,
            stopped.Value,
            session.Milestones.Milestones)
        {
            Divergence = run.Divergence,
        };
    }

    /// <summary>
    /// Whether the target is reached on fresh contexts too. Of many noisy evaluations the first to cross a line is likely to be a lucky one.
    /// </summary>
    private static bool IsConfirmed(TrainingSession session, IRunObserver observer)
    {
        MeasuredStep fresh = session.Confirm();
        bool isConfirmed = fresh.Teacher.Reaches(session.Options.Until);
        observer.OnConfirmed(fresh, isConfirmed);
        return isConfirmed;
    }

    private static StopReason? WhyStop(TrainingSession session, CancellationToken cancellation)
    {
        StopReason? end = session.Run.End;
        if (end != StopReason.Diverged && cancellation.IsCancellationRequested)
            return StopReason.Interrupted;
        return end ?? (session.Seconds >= session.Options.Minutes * 60 ? StopReason.Minutes : null);
    }
}
