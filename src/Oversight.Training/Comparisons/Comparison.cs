using System.Collections.Immutable;
using Oversight.Tasks;
using Oversight.Training.Evaluation;
using Oversight.Training.Options;
using Oversight.Training.WeakToStrong;

namespace Oversight.Training.Comparisons;

/// <summary>Runs on one task at one size, side by side.</summary>
/// <param name="Task">The task.</param>
/// <param name="Preset">The size.</param>
/// <param name="Rows">The rows, variants together, within them the methods.</param>
public sealed record Comparison(AlgorithmicTask Task, string Preset, ImmutableArray<ComparisonRow> Rows)
{
    /// <summary>The task's name as it stands on the command line.</summary>
    public string TaskName => Rows[0].Runs[0].Options.Task;

    /// <summary>The classes that were asked, easiest first.</summary>
    public ImmutableArray<string> Classes =>
        [.. ClassOrder.Sort(Task, Rows.SelectMany(row => row.Runs).SelectMany(run => run.Result.ByClass.Keys).Distinct())];

    /// <summary>Some of the classes, evenly spread from the easiest to the deepest, where there are too many to be shown.</summary>
    /// <param name="most">How many fit.</param>
    public ImmutableArray<string> SomeClasses(int most)
    {
        ImmutableArray<string> all = Classes;
        int count = Math.Min(all.Length, most);
        return count < 2 ? [.. all.Take(count)] : [.. Enumerable.Range(0, count).Select(i => all[i * (all.Length - 1) / (count - 1)])];
    }

    /// <summary>A note on the classes left out; empty if there are none.</summary>
    /// <param name="most">How many fit.</param>
    public string NoteOnClasses(int most) =>
        Classes.Length <= most ? "" : $" {most} of {Classes.Length} classes are shown, evenly spread from the easiest to the deepest.";

    /// <summary>The number by which a row is called at curves, from 1; null where its method's name is enough.</summary>
    /// <param name="row">The row.</param>
    public int? NumberOf(ComparisonRow row) => Rows.Count(other => other.Method == row.Method) > 1 ? Rows.IndexOf(row) + 1 : null;

    /// <summary>Sorts runs into comparisons: one a task and size, one row for runs that differ in nothing but the seed.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="nameOf">Names what sets a run apart; null to name it by its settings.</param>
    public static ImmutableArray<Comparison> Of(IEnumerable<RecordedRun> runs, Func<RecordedRun, string>? nameOf = null) =>
        [.. runs.GroupBy(run => (run.Options.Task, run.Options.Preset)).Select(group => OfOneTask([.. group], nameOf))];

    /// <summary>A row minus supervised learning: the accuracy of X overall. Paired by seed where two seeds or more were run both ways.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if nothing supervised is there to be subtracted, or the row is itself supervised.</returns>
    public Estimate? MinusSupervised(ComparisonRow row) => Minus(row, run => run.Result.Teacher.Share, other => other.Teacher);

    /// <summary>How much of the gap between its weak supervisor and supervised learning a row recovers, paired by seed.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if the row has no weak supervisor, or nothing supervised is there as a ceiling.</returns>
    public PerformanceGapRecovered? GapRecovered(ComparisonRow row)
    {
        if (row.Supervisor is null || SupervisedFor(row) is not { } ceiling)
            return null;
        (RecordedResult Student, RecordedResult Ceiling)[] pairs =
        [
            .. from run in row.Runs
               join other in ceiling.Runs on run.Options.Seed equals other.Options.Seed
               select (run.Result, other.Result),
        ];
        return pairs.Length == 0 ? null : PerformanceGapRecovered.Of(
            [.. pairs.Select(pair => pair.Student.Teacher.Share)],
            [.. pairs.Select(pair => pair.Student.Supervisor!.Value)],
            [.. pairs.Select(pair => pair.Ceiling.Teacher.Share)]);
    }

    /// <summary>What there is to say of rows beside their figures, one line each: gaps recovered, and how far H' is from H.</summary>
    public ImmutableArray<string> Notes =>
        [.. Rows.SelectMany(row => (string?[])[GapNote(row), DriftNote(row)]).Where(note => note is not null).Select(note => note!)];

    private string? GapNote(ComparisonRow row)
    {
        if (GapRecovered(row) is not { } gap)
            return null;
        string recovered = gap.Ratio is { } ratio
            ? $"the performance gap recovered is {ComparisonText.Bracketed(ratio)}"
            : $"no performance gap recovered is given: {gap.Refusal}";
        return $"{row.Name}: the weak supervisor is right {ComparisonText.Share(row.Supervisor)}; {recovered}.";
    }

    private static string? DriftNote(ComparisonRow row) =>
        row.Drift is { } drift ? $"{row.Name}: {ComparisonText.Share(drift)} of the transcripts of H' are not what H would have written." : null;

    /// <summary>The row of the same method in which whoever oversees errs, all else being the same; null if there is none, or the row is one itself.</summary>
    /// <param name="row">A row without errors.</param>
    public ComparisonRow? WithErrors(ComparisonRow row) => row.Error > 0 || row.Variant.Length > 0
        ? null
        : Rows.FirstOrDefault(other => other.Method == row.Method && other.Error == ComparisonRow.UsualError);

    /// <summary>Whether any row can be held against one in which whoever oversees errs.</summary>
    public bool HasErrors => Rows.Any(row => WithErrors(row) is not null);

    /// <summary>The same on one class of questions.</summary>
    /// <param name="row">The row.</param>
    /// <param name="label">The class.</param>
    public Estimate? MinusSupervised(ComparisonRow row, string label) => Minus(
        row,
        run => run.Result.ByClass.TryGetValue(label, out (Accuracy Teacher, Accuracy Amplified) pair) ? pair.Teacher.Share : null,
        other => other.TeacherOn(label));

    private Estimate? Minus(ComparisonRow row, Func<RecordedRun, double?> share, Func<ComparisonRow, Estimate?> whole)
    {
        if (row.Method == TrainingMethod.Supervised || SupervisedFor(row) is not { } supervised)
            return null;
        double[] differences =
        [
            .. from run in row.Runs
               join other in supervised.Runs on run.Options.Seed equals other.Options.Seed
               let difference = share(run) - share(other)
               where difference is not null
               select difference.Value,
        ];
        if (differences.Length >= 2)
            return Estimate.OverSeeds(differences);
        return whole(row) is { } left && whole(supervised) is { } right ? Estimate.Difference(left, right) : null;
    }

    /// <summary>The supervised row of the same variant, or else the one that is no variant.</summary>
    private ComparisonRow? SupervisedFor(ComparisonRow row)
    {
        ComparisonRow[] supervised = [.. Rows.Where(other => other.Method == TrainingMethod.Supervised)];
        return supervised.FirstOrDefault(other => other.Variant == row.Variant)
            ?? supervised.FirstOrDefault(other => other.Variant.Length == 0);
    }

    private static Comparison OfOneTask(RecordedRun[] runs, Func<RecordedRun, string>? nameOf)
    {
        ImmutableHashSet<string> common = [.. SettingDifference.FromPreset(runs[0].Options)];
        foreach (RecordedRun run in runs)
            common = common.Intersect(SettingDifference.FromPreset(run.Options));
        string Name(RecordedRun run) => nameOf is not null
            ? nameOf(run)
            : string.Join(' ', SettingDifference.FromPreset(run.Options).Where(setting => !common.Contains(setting)));
        ImmutableArray<ComparisonRow> rows =
        [
            .. runs.GroupBy(run => (Variant: Name(run), run.Options.Method))
                .OrderBy(group => group.Key.Variant.Length > 0)
                .ThenBy(group => nameOf is null ? group.Key.Variant : "", StringComparer.Ordinal)
                .Select(group => new ComparisonRow(group.Key.Variant, [.. group.OrderBy(run => run.Options.Seed)])),
        ];
        return new Comparison(runs[0].Task, runs[0].Options.Preset, SortMethods(rows));
    }

    /// <summary>Methods in their order within each variant, variants in the order in which they came.</summary>
    private static ImmutableArray<ComparisonRow> SortMethods(ImmutableArray<ComparisonRow> rows) =>
        [.. rows.GroupBy(row => row.Variant).SelectMany(group => group.OrderBy(row => row.Method))];
}
