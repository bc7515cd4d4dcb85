using System.Globalization;
using Oversight.Training.Evaluation;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Cli.Rendering;

/// <summary>Shows a run as plain lines: one an evaluation, and one from time to time while there is none.</summary>
internal sealed class LogProgress(TextWriter writer, TrainingOptions options) : IProgressView
{
    private const double QuietSeconds = 10;
    private const int MaxClasses = 8;
    private readonly StepRate _rate = new();
    private ShownClasses? _classes;
    private double _lastLine;

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _classes = new ShownClasses(run.Task, MaxClasses);
        writer.WriteLine(Figures.Title(options));
        writer.WriteLine($"held-out accuracy overall and [{string.Join(", ", _classes.Labels)}]{_classes.Note}");
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
        _rate.Observe(progress.Seconds, progress.Step);
        if (progress.Seconds - _lastLine < QuietSeconds)
            return;
        _lastLine = progress.Seconds;
        writer.WriteLine(
            $"{Start(progress.Seconds, progress.Step, progress.Round)}{Preparing(progress.PreparingSteps)}  {progress.Phase}"
            + $"{Losses(progress.AssistantLoss, progress.HumanModelLoss)}  human queries {progress.HumanQueries}");
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        _lastLine = measured.Seconds;
        double left = _rate.SecondsLeft(measured.Seconds, measured.Step, options.Steps, options.Minutes);
        writer.WriteLine(
            $"{Start(measured.Seconds, measured.Step, measured.Round)}{Preparing(measured.Ledger.PreparingSteps)}"
            + $"  student {Figures.Share(measured.Student.Overall.Share)}"
            + $"  teacher {Shares(measured.Teacher)}  amplified {Shares(measured.Amplified)}"
            + $"{Losses(measured.AssistantLoss, measured.HumanModelLoss)}  human queries {measured.Ledger.HumanQueries}"
            + $"  labels {measured.Ledger.Labels}  difficulty {measured.Difficulty}  at most {Figures.Time(left)} left");
    }

    /// <inheritdoc/>
    public void OnConfirmed(MeasuredStep fresh, bool isReached) => writer.WriteLine(
        $"          on {fresh.Judged!.Count} fresh contexts the teacher is right {Figures.Share(fresh.Teacher.Overall.Share)}: "
        + (isReached ? "the target is reached" : "the target is not reached yet, training goes on"));

    /// <inheritdoc/>
    public void OnInterrupted() => writer.WriteLine("interrupted: ending this round, measuring, saving (again: end at once)");

    private string Start(double seconds, int step, int round) =>
        string.Create(CultureInfo.InvariantCulture, $"{Figures.Time(seconds),6}  step {step,5}  round {round,5}  {_rate.PerSecond,5:F1} steps/s");

    /// <summary>What X was given before the method proper, where it was given anything.</summary>
    private static string Preparing(long steps) => steps > 0 ? $"  preparing steps {steps}" : "";

    private static string Losses(double assistant, double? human) =>
        $"  loss X {Figures.Loss(assistant)}" + (human is null ? "" : $"  H' {Figures.Loss(human)}");

    private string Shares(EvaluationResult result)
    {
        IEnumerable<string> classes = _classes!.Labels.Select(label =>
            result.ByClass.TryGetValue(label, out ClassAccuracy accuracy) ? accuracy.Share.ToString("F2", CultureInfo.InvariantCulture) : "-");
        return $"{Figures.Share(result.Overall.Share)} [{string.Join(' ', classes)}]";
    }
}
