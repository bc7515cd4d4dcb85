using System.Globalization;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;

namespace Oversight.Cli.Rendering;

/// <summary>Shows a run as plain lines: one an evaluation, and one from time to time while there is none.</summary>
internal sealed class LogProgress(TextWriter writer, TrainingOptions options) : IProgressView
{
    private const double QuietSeconds = 10;
    private const int MaxClasses = 6;
    private readonly StepRate _rate = new();
    private ShownClasses? _classes;
    private double _lastLine;

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _classes = new ShownClasses(run.Task, MaxClasses);
        writer.WriteLine(Figures.Title(options));
        string classes = $"{_classes.Labels[0]} to {_classes.Labels[^1]}{_classes.Note}";
        writer.WriteLine($"shares of right answers on held-out contexts; in brackets by class, {classes}");
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
        _rate.Observe(progress.Seconds, progress.Step);
        if (progress.Seconds - _lastLine < QuietSeconds)
            return;
        _lastLine = progress.Seconds;
        string human = progress.HumanModelLoss is null ? "" : $", of H' {Figures.Loss(progress.HumanModelLoss)}";
        writer.WriteLine(
            $"{Start(progress.Seconds, progress.Step)}{Preparing(progress.PreparingSteps)}  {progress.Phase}; loss of X {Figures.Loss(progress.AssistantLoss)}{human}"
            + $"  human queries {Figures.Count(progress.HumanQueries)}");
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured) =>
        Write(measured, $"{Figures.Time(_rate.SecondsLeft(measured.Seconds, measured.Step, options.Steps, options.Minutes))} left");

    /// <inheritdoc/>
    public void OnFinished(MeasuredStep final) => Write(final, "at the end");

    /// <inheritdoc/>
    public void OnConfirmed(MeasuredStep fresh, bool isReached)
    {
        (int count, int shared) = (fresh.Judged!.Count, fresh.Judged.Shared);
        string contexts = shared == 0 ? $"{count} fresh contexts" : $"{count} contexts, {shared} of them not fresh for want of others,";
        writer.WriteLine(
            $"          on {contexts} the teacher is right {Figures.Share(fresh.Teacher.Overall.Share)}: "
            + (isReached ? "the target is reached" : "the target is not reached yet, training goes on"));
    }

    /// <inheritdoc/>
    public void OnInterrupted() => writer.WriteLine("interrupted: ending this round, measuring, saving (again: end at once)");

    /// <summary>What X was given before the method proper, where it was given anything.</summary>
    private static string Preparing(long steps) => steps > 0 ? $" after {Figures.Count(steps)} preparing" : "";

    private void Write(MeasuredStep measured, string when)
    {
        _lastLine = measured.Seconds;
        string price = options.Method.LearnsTruth ? $"labels {Figures.Count(measured.Ledger.Labels)}"
            : $"human queries {Figures.Count(measured.Ledger.HumanQueries)}";
        writer.WriteLine(
            $"{Start(measured.Seconds, measured.Step)}"
            + $"  teacher {Figures.Share(measured.Teacher.Overall.Share)} [{ByClass(measured.Teacher)}]"
            + $"  student {Figures.Share(measured.Student.Overall.Share)}  Amplify {Figures.Share(measured.Amplified.Overall.Share)}"
            + $"  {price}  {when}");
    }

    private static string Start(double seconds, int step) => $"{Figures.Time(seconds),7}  step {Figures.Count(step),6}";

    /// <summary>The classes' shares with two places and no zero before the point.</summary>
    private string ByClass(EvaluationResult result) => string.Join(' ', _classes!.Labels.Select(label =>
        !result.ByClass.TryGetValue(label, out ClassAccuracy accuracy) ? "-"
        : accuracy.Share == 1 ? "1"
        : Math.Min(accuracy.Share, 0.99).ToString(".00", CultureInfo.InvariantCulture)));
}
