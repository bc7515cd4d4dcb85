using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Evaluation;

/// <summary>Accuracy of X, its teacher and the amplified teacher on an <see cref="EvaluationSet"/>, with intervals.</summary>
/// <param name="HeldOut">Whether training never drew the contexts.</param>
/// <param name="Contexts">How many contexts, all different.</param>
/// <param name="Questions">How many questions.</param>
/// <param name="Overall">All questions.</param>
/// <param name="ByClass">Each class of questions, in the task's order.</param>
public sealed record EvaluationReport(bool HeldOut, int Contexts, int Questions, EvaluationRow Overall, ImmutableArray<EvaluationRow> ByClass)
{
    /// <summary>How many contexts were asked for; more than <see cref="Contexts"/> where the task has fewer.</summary>
    public int ContextsAsked { get; init; } = Contexts;

    /// <summary>How many of the contexts decisions were made on, too, while the run went on.</summary>
    public int Shared { get; init; }

    /// <summary>What a reader must know of the contexts; empty if there is nothing.</summary>
    public string ContextNote => JudgedContexts.NoteOn(Contexts, ContextsAsked, Shared, HeldOut);

    internal static EvaluationReport Of(EvaluationSet set, Answer[] student, Answer[] teacher, Answer[] amplified)
    {
        (ClusteredAccuracy overall, ImmutableArray<(string Class, ClusteredAccuracy Accuracy)> byClass) x = set.JudgeContexts(student);
        (ClusteredAccuracy overall, ImmutableArray<(string Class, ClusteredAccuracy Accuracy)> byClass) average = set.JudgeContexts(teacher);
        (ClusteredAccuracy overall, ImmutableArray<(string Class, ClusteredAccuracy Accuracy)> byClass) helped = set.JudgeContexts(amplified);
        IEnumerable<EvaluationRow> rows = x.byClass.Select((row, i) =>
            new EvaluationRow(row.Class, row.Accuracy, average.byClass[i].Accuracy, helped.byClass[i].Accuracy));
        return new EvaluationReport(
            set.HeldOut, set.Contexts, set.Questions.Length, new EvaluationRow("overall", x.overall, average.overall, helped.overall), [.. rows])
        {
            ContextsAsked = set.ContextsAsked,
        };
    }
}
