using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Questions;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Runs.Evaluation;

/// <summary>
/// A fixed set of questions with their true answers, about contexts that training never draws or, to see what was memorised, about those it does. No context comes twice.
/// </summary>
public sealed class EvaluationSet
{
    private readonly ContextSource _source;
    private readonly ImmutableArray<Context> _contexts;
    private readonly Question[] _questions;

    /// <summary>Draws a set.</summary>
    /// <param name="source">Which contexts.</param>
    /// <param name="contexts">How many full-size contexts; a small task may have fewer.</param>
    /// <param name="questionsPerContext">How many questions each.</param>
    /// <param name="key">Names the set.</param>
    /// <param name="except">A set whose contexts are not to come again, as far as the task has others; null for none.</param>
    public EvaluationSet(ContextSource source, int contexts, int questionsPerContext, RandomKey key, EvaluationSet? except = null)
    {
        _source = source;
        RandomStream random = key.Stream();
        (QuestionsPerContext, ContextsAsked) = (questionsPerContext, contexts);
        _contexts = DistinctContexts.Draw(source, contexts, except?.Hashes ?? [], random);
        Hashes = [.. _contexts.Select(context => context.ContentHash)];
        _questions = [.. _contexts.SelectMany(context => Enumerable.Range(0, questionsPerContext).Select(_ => source.Task.DrawQuestion(context, random)))];
    }

    /// <summary>Whether training never draws the contexts.</summary>
    public bool HeldOut => _source.HeldOut;

    /// <summary>How many contexts there are, all different.</summary>
    public int Contexts => _contexts.Length;

    /// <summary>How many contexts were asked for.</summary>
    public int ContextsAsked { get; }

    /// <summary>The hash of each context's facts.</summary>
    public ImmutableSortedSet<ulong> Hashes { get; }

    /// <summary>How many of its contexts stand in another set, too.</summary>
    /// <param name="other">The other set.</param>
    public int SharedWith(EvaluationSet other) => Hashes.Intersect(other.Hashes).Count;

    /// <summary>Questions a context.</summary>
    public int QuestionsPerContext { get; }

    /// <summary>Every question, context by context.</summary>
    public ReadOnlySpan<Question> Questions => _questions;

    /// <summary>Compares answers with the truth.</summary>
    /// <param name="answers">One a question.</param>
    public EvaluationResult Judge(ReadOnlySpan<Answer> answers)
    {
        var byClass = new Dictionary<string, ClassAccuracy>();
        ClassAccuracy overall = default;
        ClassAccuracy accepted = default;
        int unknown = 0;
        for (int i = 0; i < _questions.Length; i++)
        {
            GroundTruth truth = _contexts[i / QuestionsPerContext].Truth;
            Symbols words = _questions[i].Words;
            var one = new ClassAccuracy(answers[i] == truth.Answer(words) ? 1 : 0, 1);
            string label = truth.ClassOf(words);
            byClass[label] = byClass.GetValueOrDefault(label) + one;
            overall += one;
            accepted += new ClassAccuracy(truth.Accepts(words, answers[i]) ? 1 : 0, 1);
            unknown += answers[i].IsUnknown ? 1 : 0;
        }

        (ClusteredAccuracy contexts, ImmutableArray<(string Class, ClusteredAccuracy Accuracy)> contextsByClass) = JudgeContexts(answers);
        return new EvaluationResult(overall, byClass.ToImmutableSortedDictionary(StringComparer.Ordinal), accepted, unknown)
        {
            Contexts = contexts,
            ContextsByClass = contextsByClass.ToImmutableSortedDictionary(row => row.Class, row => row.Accuracy, StringComparer.Ordinal),
        };
    }

    /// <summary>Compares answers with the truth, keeping contexts apart so that an interval can be given.</summary>
    /// <param name="answers">One a question.</param>
    /// <returns>All questions, and each class in the task's order.</returns>
    public (ClusteredAccuracy Overall, ImmutableArray<(string Class, ClusteredAccuracy Accuracy)> ByClass) JudgeContexts(ReadOnlySpan<Answer> answers)
    {
        var overall = new ClassAccuracy[Contexts];
        var byClass = new Dictionary<string, ClassAccuracy[]>();
        for (int i = 0; i < _questions.Length; i++)
        {
            int context = i / QuestionsPerContext;
            GroundTruth truth = _contexts[context].Truth;
            Symbols words = _questions[i].Words;
            var one = new ClassAccuracy(answers[i] == truth.Answer(words) ? 1 : 0, 1);
            string label = truth.ClassOf(words);
            if (!byClass.TryGetValue(label, out ClassAccuracy[]? counts))
                byClass.Add(label, counts = new ClassAccuracy[Contexts]);
            counts[context] += one;
            overall[context] += one;
        }

        return (
            new ClusteredAccuracy([.. overall]),
            [.. ClassOrder.Sort(_source.Task, byClass.Keys).Select(label => (label, new ClusteredAccuracy([.. byClass[label]])))]);
    }
}
