using System.Collections.Immutable;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Reports.Comparisons;

/// <summary>Runs on one task at one size, side by side.</summary>
/// <param name="Task">The task.</param>
/// <param name="Preset">The size.</param>
/// <param name="Rows">The rows, variants together, within them the methods.</param>
public sealed record Comparison(AlgorithmicTask Task, string Preset, ImmutableArray<ComparisonRow> Rows)
{
    /// <summary>Runs that count nowhere, since they are the same as others.</summary>
    public ImmutableArray<LeftOutRun> LeftOut { get; init; } = [];

    /// <summary>The folder that all runs of the report or comparison lie in.</summary>
    internal string Root { get; init; } = "";

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

    /// <summary>
    /// Sorts runs into comparisons: one a task and size, one row for runs that differ in nothing but the seed. Each run counts once,
    /// whatever it was copied or linked to.
    /// </summary>
    /// <param name="runs">The runs.</param>
    public static ImmutableArray<Comparison> Of(IEnumerable<RecordedRun> runs)
    {
        RecordedRun[] given = [.. runs];
        var distinct = DistinctRuns.Of(given);
        string root = RunNames.RootOf(given);
        return
        [
            .. distinct.Runs.GroupBy(run => (run.Options.Task, run.Options.Preset)).Select(group => ComparisonRows.Of(
                [.. group], [.. distinct.LeftOut.Where(one => group.Any(run => ReferenceEquals(run, one.SameAs)))], root)),
        ];
    }

    /// <summary>A row minus supervised learning: the accuracy of X overall. Paired by seed where two seeds or more were run both ways.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if nothing supervised is there to be subtracted, or the row is itself supervised.</returns>
    public Estimate? MinusSupervised(ComparisonRow row) => Minus(row, run => run.Result.Teacher, other => other.Teacher);

    /// <summary>How much of the gap between whoever taught it and supervised learning a row recovers, paired by seed.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null if the row has no such teacher, or nothing supervised is there as a ceiling.</returns>
    public PerformanceGapRecovered? GapRecovered(ComparisonRow row)
    {
        if (row.OtherTeacher is null || row.Method.Words.Teacher is not { } teacher || SupervisedFor(row) is not { } ceiling)
            return null;
        (RecordedResult Student, RecordedResult Ceiling)[] pairs =
        [
            .. from run in row.Runs
               join other in ceiling.Runs on run.Options.Seed equals other.Options.Seed
               select (run.Result, other.Result),
        ];
        return pairs.Length == 0 ? null : PerformanceGapRecovered.Of(
            [.. pairs.Select(pair => pair.Student.Teacher.Share)],
            [.. pairs.Select(pair => pair.Student.OtherShare(teacher)!.Value)],
            [.. pairs.Select(pair => pair.Ceiling.Teacher.Share)]);
    }

    /// <summary>What there is to say of rows beside their figures, one line each; see <see cref="RowNotes"/>.</summary>
    public ImmutableArray<string> Notes => RowNotes.Of(this);

    /// <summary>What was left out, one line a run.</summary>
    public ImmutableArray<string> LeftOutLines =>
        [.. LeftOut.Select(one => $"{FolderOf(one.Run)} is left out: {one.Why} as {FolderOf(one.SameAs)}")];

    /// <summary>A run's folder, as short as it can be without two being called the same.</summary>
    /// <param name="run">The run.</param>
    public string FolderOf(RecordedRun run) => RunNames.Of(Root, run);

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
        run => run.Result.ByClass.TryGetValue(label, out (Accuracy Teacher, Accuracy Amplified) pair) ? pair.Teacher : null,
        other => other.TeacherOn(label));

    private Estimate? Minus(ComparisonRow row, Func<RecordedRun, Accuracy?> share, Func<ComparisonRow, Estimate?> whole)
    {
        if (row.Method.LearnsTruth || SupervisedFor(row) is not { } supervised)
            return null;
        (Accuracy One, Accuracy Other)[] pairs =
        [
            .. from run in row.Runs
               join other in supervised.Runs on run.Options.Seed equals other.Options.Seed
               where share(run) is not null && share(other) is not null
               select (share(run)!, share(other)!),
        ];
        if (pairs.Length < 2)
            return whole(row) is { } left && whole(supervised) is { } right ? Estimate.Difference(left, right) : null;
        return pairs.All(pair => pair.One.Evidence is not null && pair.Other.Evidence is not null)
            ? Estimate.PairedDifference(
                [.. pairs.Select(pair => pair.One.Evidence!.Value)],
                [.. pairs.Select(pair => pair.Other.Evidence!.Value)],
                Math.Max(row.Common, supervised.Common))
            : Estimate.OverSeeds([.. pairs.Select(pair => pair.One.Share - pair.Other.Share)]);
    }

    /// <summary>The supervised row of the same variant, or else the one that is no variant.</summary>
    private ComparisonRow? SupervisedFor(ComparisonRow row)
    {
        ComparisonRow[] supervised = [.. Rows.Where(other => other.Method.LearnsTruth)];
        return supervised.FirstOrDefault(other => other.Variant == row.Variant || other.AlsoCalled.Contains(row.Variant))
            ?? supervised.FirstOrDefault(other => other.Variant.Length == 0);
    }
}
