using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Reports.Comparisons;

/// <summary>A run as its folder tells it, weights left out: settings, curve and figures.</summary>
/// <param name="Folder">Where it was found.</param>
/// <param name="Options">What it was asked to do.</param>
/// <param name="Task">The task.</param>
/// <param name="Steps">Its evaluations in order; the last one is on more contexts than the others if the run has ended.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Milestones">For each class the first evaluation at which Amplify and the teacher were right nine times in ten.</param>
public sealed record RecordedRun(
    RunFolder Folder,
    TrainingOptions Options,
    AlgorithmicTask Task,
    ImmutableArray<RecordedStep> Steps,
    RecordedResult Result,
    ImmutableArray<Milestone> Milestones)
{
    private const double Learned = 0.9;
    private const long LargestMetrics = 1 << 28;
    private const long LargestResult = 1 << 20;

    /// <summary>How far the run is, in words: <c>finished</c>, or <c>unfinished, step 120 of 1,000</c>.</summary>
    public string State => RunEnd.Describe(Result.Stopped, Result.Steps, Options);

    /// <summary>
    /// The names under which a comparison keeps it, several where variants have equal settings; null for a run that no comparison made.
    /// </summary>
    public ImmutableArray<string>? Variants { get; init; }

    /// <summary>Where its method stands among those there are.</summary>
    internal int MethodPlace => Folder.Schema.Methods.PlaceOf(Options.Method);

    /// <summary>Its folder with every link followed.</summary>
    internal string RealPath { get; } = Oversight.Runs.Files.RealPath.Of(Folder.FullPath);

    /// <summary>
    /// The evaluations as points of a curve: where two were made at the same step, as at the end of a run, the later one, which is on more contexts.
    /// </summary>
    public ImmutableArray<RecordedStep> Curve => [.. Steps.Where((step, i) => i == Steps.Length - 1 || Steps[i + 1].Step != step.Step)];

    /// <summary>Reads the folder of a run, ended or not.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="run">The run.</param>
    /// <param name="error">Why not, one line.</param>
    public static bool TryOpen(
        string path, SettingsSchema schema, [NotNullWhen(true)] out RecordedRun? run, [NotNullWhen(false)] out string? error)
    {
        run = null;
        if (!RunFolder.TryOpen(path, schema, out RunFolder? folder, out TrainingOptions? options, out error))
            return false;
        try
        {
            ImmutableArray<RecordedStep> steps = ReadSteps(TextOf(folder.MetricsFile, LargestMetrics) ?? "");
            if (ReadResult(TextOf(folder.ResultFile, LargestResult), steps.LastOrDefault()) is not { } result)
            {
                error = $"'{path}' holds no measurements yet: neither result.json nor a line in metrics.jsonl";
                return false;
            }

            if (options.Method.PreparingSteps(options) is > 0 and var preparing)
            {
                steps = [.. steps.Select(step => step.CountedApart(preparing))];
                result = result.CountedApart(preparing);
            }

            AlgorithmicTask task = TaskCatalog.Create(options.Task, Enum.Parse<TaskPreset>(options.Preset, ignoreCase: true));
            run = new RecordedRun(folder, options, task, steps, result, MilestonesOf(task, steps)) { Variants = folder.Variants };
            return true;
        }
        catch (Exception exception) when (IsReadError(exception))
        {
            error = $"'{path}' cannot be read: {exception.Message.ReplaceLineEndings(" ")}";
            return false;
        }
    }

    /// <summary>The folders of runs at a path: itself, or those below it.</summary>
    /// <param name="path">A run's folder, or one that holds such folders.</param>
    public static ImmutableArray<string> FoldersAt(string path) => RunSearch.In(path);

    /// <summary>Whole lines only: a run that is still going on, or was killed, may have left half a line at the end.</summary>
    internal static ImmutableArray<RecordedStep> ReadSteps(string metrics) =>
        [.. metrics[..(metrics.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordedStep.Parse)];

    /// <summary>
    /// What the result says, or the last line of metrics where there is none, or where the run has gone on since; null where there is neither.
    /// </summary>
    internal static RecordedResult? ReadResult(string? result, RecordedStep? last)
    {
        RecordedResult? end = result is null ? null : RecordedResult.Of(JsonField.Parse(result), last);
        return end is not null && !(last?.Step > end.Steps) ? end : last is null ? null : RecordedResult.Of(last);
    }

    internal static ImmutableArray<Milestone> MilestonesOf(AlgorithmicTask task, ImmutableArray<RecordedStep> steps) =>
        [.. task.Classes.Select(label => new Milestone(
            label,
            First(steps, step => step.AmplifiedByClass, label),
            First(steps, step => step.TeacherByClass, label)))];

    private static int? First(ImmutableArray<RecordedStep> steps, Func<RecordedStep, ImmutableDictionary<string, double>> who, string label) =>
        steps.FirstOrDefault(step => who(step).GetValueOrDefault(label) >= Learned)?.Step;

    /// <summary>What a file that a person has spoilt leads to. An escape sequence that is no character shows as an <see cref="InvalidOperationException"/>.</summary>
    internal static bool IsReadError(Exception exception) =>
        DiskTrouble.Is(exception) || exception is JsonException or FormatException or ArgumentException or InvalidOperationException;

    private static string? TextOf(string file, long largest)
    {
        if (!File.Exists(file))
            return null;
        long length = new FileInfo(file).Length;
        return length <= largest
            ? File.ReadAllText(file)
            : throw new FormatException($"{Path.GetFileName(file)} has {length} bytes, at most {largest} are allowed");
    }
}
