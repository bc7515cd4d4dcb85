using System.Collections.Immutable;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Folders;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// What there is to say of the rows of a comparison beside their figures: which are the same, what their intervals rest on, gaps recovered,
/// and how far H' is from H.
/// </summary>
internal static class RowNotes
{
    /// <summary>The lines: what is true of rows one by one, then what several have in common.</summary>
    public static ImmutableArray<string> Of(Comparison comparison) =>
    [
        .. from row in comparison.Rows
           from note in (IEnumerable<string?>)
           [
               .. row.AlsoCalled.Select(variant => SameNote(row, variant)),
               NothingChanged(comparison, row),
               UnfinishedNote(row),
               GapNote(comparison, row),
               DriftNote(row),
           ]
           where note is not null
           select note,
        .. Together(comparison, SeedNote),
        .. Together(comparison, ContextNote),
        .. Together(comparison, SharedNote),
    ];

    /// <summary>One line for all rows of which the same is true.</summary>
    private static IEnumerable<string> Together(Comparison comparison, Func<ComparisonRow, string?> note) =>
        from rows in comparison.Rows.GroupBy(note)
        where rows.Key is not null
        let all = rows.Count() == comparison.Rows.Length && rows.Count() > 1
        select $"{(all ? "All rows" : string.Join("; ", rows.Select(row => row.Name)))}: {rows.Key}";

    private static string SameNote(ComparisonRow row, string variant) =>
        $"{ComparisonRow.NameOf(row.Method, variant)}: the same settings as {row.Name}; its runs are shown.";

    /// <summary>Equal weights of equal seeds: whatever sets the rows apart did nothing.</summary>
    private static string? NothingChanged(Comparison comparison, ComparisonRow row)
    {
        ComparisonRow? twin = comparison.Rows.TakeWhile(other => !ReferenceEquals(other, row)).FirstOrDefault(other =>
            row.Runs.All(run => run.Result.Weights.Length > 0 && other.Runs.Any(one => one.Result.Weights == run.Result.Weights)));
        return twin is null ? null : $"{row.Name}: the same weights as {twin.Name}, seed by seed; what sets them apart changed nothing.";
    }

    private static string? UnfinishedNote(ComparisonRow row)
    {
        string[] states = [.. row.Runs.Where(run => run.State != RunEnd.Finished).Select(run => $"seed {run.Options.Seed} is {run.State}")];
        return states.Length == 0 ? null : $"{row.Name}: {string.Join("; ", states)}.";
    }

    private static string? SeedNote(ComparisonRow row) => row.Runs is [var run] && run.Result.Teacher.Evidence is not null
        ? "one seed; the interval is of that run over contexts and says nothing about other seeds."
        : null;

    private static string? ContextNote(ComparisonRow row)
    {
        RecordedEvaluation[] few = [.. Evaluations(row).Where(one => one.Contexts < one.ContextsAsked)];
        if (few.Length == 0)
            return null;
        (int least, int most) = (few.Min(one => one.Contexts), few.Max(one => one.Contexts));
        string number = least == most ? $"{least}" : $"{least} to {most}";
        int asked = few.Max(one => one.ContextsAsked);
        return JudgedContexts.FewNote(number, asked);
    }

    private static string? SharedNote(ComparisonRow row)
    {
        int shared = Evaluations(row).Select(one => one.Shared).DefaultIfEmpty(0).Max();
        return shared == 0
            ? null
            : JudgedContexts.SharedNote(shared);
    }

    private static string? GapNote(Comparison comparison, ComparisonRow row)
    {
        if (comparison.GapRecovered(row) is not { } gap)
            return null;
        string recovered = gap.Ratio is { } ratio
            ? $"the performance gap recovered is {FigureText.Bracketed(ratio)}"
            : $"no performance gap recovered is given: {gap.Refusal}";
        return $"{row.Name}: the {row.Method.Words.Teacher!.Name} is right {FigureText.Share(row.OtherTeacher)}; {recovered}.";
    }

    private static string? DriftNote(ComparisonRow row) =>
        row.Drift is { } drift
            ? $"{row.Name}: {FigureText.Share(drift)} of the transcripts of H' are not what H would have written."
            : null;

    private static IEnumerable<RecordedEvaluation> Evaluations(ComparisonRow row) =>
        row.Runs.Select(run => run.Result.Evaluation).Where(one => one is not null).Select(one => one!);
}
