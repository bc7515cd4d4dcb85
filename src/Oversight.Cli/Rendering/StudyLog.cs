using Oversight.Runs.Studies;

namespace Oversight.Cli.Rendering;

/// <summary>
/// What a study's log says of how far it is: a line a twentieth of the way, however many units move on at once. Thread-safe.
/// </summary>
internal sealed class StudyLog
{
    private const int Lines = 20;
    private const int LongestName = 40;
    private readonly Lock _guard = new();
    private int _said = -1;

    /// <summary>The line to say; null where it has been said.</summary>
    /// <param name="progress">How far the study is.</param>
    public string? LineOf(StudyProgress progress)
    {
        // A share that is summed up of many must not miss its last line by a rounding error.
        int now = progress.UnitsFinished == progress.Units ? Lines : (int)(progress.Share * Lines);
        lock (_guard)
        {
            if (now <= _said)
                return null;
            _said = now;
        }

        string unit = progress.Unit.Length <= LongestName ? progress.Unit : progress.Unit[..LongestName] + "...";
        string step = $"step {Figures.Count(progress.StepsDone)} of {Figures.Count(progress.TotalSteps)}";
        string at = now == Lines ? "" : $"; at seed {progress.Seed}, {unit}, {step}";
        return $"{100 * now / Lines,4} %  {progress.UnitsFinished} of {progress.Units} parts finished{at}";
    }
}
