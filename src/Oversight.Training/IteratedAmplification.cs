using Oversight.Numerics;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training;

/// <summary>
/// Iterated Amplification (Christiano, Shlegeris, Amodei 2018): X learns to predict Amplify^H'(X) while H' learns to imitate H.
/// In each round four processes run side by side, reading only what was published at the barrier before: (1) collect transcripts of Amplify^H(X),
/// (2) train H' on them, (3) answer questions with Amplify^H'(X), (4) train X on those answers.
/// </summary>
public static class IteratedAmplification
{
    /// <summary>Runs until the target, the steps or the minutes are reached, or until it is asked to stop.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="pool">The threads; their number changes nothing but the time.</param>
    /// <param name="clock">Measures the time.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="cancellation">Asks to stop: the round is finished and the result measured.</param>
    /// <returns>The result, and the run as it stands, to be saved or asked; dispose of it.</returns>
    public static (RunResult Result, TrainingRun Run) Run(
        TrainingOptions options, WorkerPool pool, TimeProvider clock, IRunObserver observer, CancellationToken cancellation)
    {
        var run = new TrainingRun(options, pool);
        var timer = new RunTimer(clock);
        var milestones = new MilestoneTracker(run.Task);
        observer.OnStarted(run);
        StopReason? stopped = null;
        while (stopped is null)
        {
            run.NextRound();
            observer.OnProgress(run.Progress(timer.Seconds));
            if (run.IsEvaluationDue)
            {
                MeasuredStep measured = timer.Measure(() => run.Evaluate(timer.Seconds));
                milestones.Observe(measured);
                observer.OnMeasured(measured);
                if (measured.Teacher.Overall.Share >= options.Until)
                    stopped = StopReason.Target;
            }

            stopped ??= WhyStop(run, options, timer, cancellation);
        }

        MeasuredStep final = timer.Measure(() => run.EvaluateFinally(timer.Seconds));
        milestones.Observe(final);
        observer.OnMeasured(final);
        var result = new RunResult(
            options, final, timer.Seconds, timer.Seconds - timer.MeasuringSeconds, pool.Threads, stopped.Value, milestones.Milestones);
        return (result, run);
    }

    private static StopReason? WhyStop(TrainingRun run, TrainingOptions options, RunTimer timer, CancellationToken cancellation)
    {
        if (run.HasDiverged)
            return StopReason.Diverged;
        if (cancellation.IsCancellationRequested)
            return StopReason.Interrupted;
        if (run.Steps >= options.Steps)
            return StopReason.Steps;
        return timer.Seconds >= options.Minutes * 60 ? StopReason.Minutes : null;
    }
}
