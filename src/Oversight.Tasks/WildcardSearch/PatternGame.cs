using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Protocols.Debate;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>
/// Claims on what the strings that match a pattern come to. A claim is split at the pattern's first wildcard; a string without wildcards is one fact.
/// Needs full tables of two characters: every string has a value.
/// </summary>
public sealed class PatternGame : IClaimGame
{
    private readonly ImmutableArray<int>[] _values;
    private readonly Dictionary<int, (int First, int Second)[]>[] _pairs;

    /// <summary>A game.</summary>
    /// <param name="task">The task whose facts are read.</param>
    /// <param name="fold">What is made of the values.</param>
    public PatternGame(WildcardSearchTask task, Fold fold)
    {
        (Task, Fold) = (task, fold);
        _values = [.. Enumerable.Range(0, task.QuestionLength + 1).Select(depth => fold.ValuesOf(1 << depth))];
        _pairs = [.. Enumerable.Range(0, task.QuestionLength + 1).Select(depth => depth == 0 ? [] : PairsOf(_values[depth - 1]))];
    }

    /// <summary>The task.</summary>
    public WildcardSearchTask Task { get; }

    /// <summary>What is made of the values.</summary>
    public Fold Fold { get; }

    /// <inheritdoc/>
    public int DepthOf(Claim claim) => DepthOf(claim.Question);

    /// <inheritdoc/>
    public ImmutableArray<int> ValuesOf(Question question) => _values[DepthOf(question)];

    /// <inheritdoc/>
    public int OptionsOf(Claim claim) => PairsOf(claim).Length;

    /// <inheritdoc/>
    public Split Option(Claim claim, int option)
    {
        (int first, int second) = PairsOf(claim)[option];
        return Halves(claim.Question, first, second);
    }

    /// <inheritdoc/>
    public bool Adds(Claim claim, Split split) =>
        split with { Message = 0 } == Halves(claim.Question, split.First.Value, split.Second.Value)
        && PairsOf(claim).Contains((split.First.Value, split.Second.Value));

    /// <inheritdoc/>
    public bool LookUp(Claim leaf)
    {
        Facts facts = leaf.Question.Facts;
        for (int i = 0; i < facts.Count; i++)
        {
            if (Task.Matches(leaf.Question.Words, facts[i]))
                return Fold.Leaf(Fold.ContextOf(facts), facts[i], Task.ValueOf(facts[i])) == leaf.Value;
        }

        throw new ArgumentException($"'{Format(leaf)}' is about no fact.", nameof(leaf));
    }

    /// <inheritdoc/>
    public bool Holds(Claim claim) => ValueOf(claim.Question) == claim.Value;

    /// <summary>The true value, found by reading every fact that matches.</summary>
    /// <param name="question">The pattern.</param>
    public int ValueOf(Question question)
    {
        Facts facts = question.Facts;
        Span<int> byString = stackalloc int[facts.Count];
        for (int i = 0; i < facts.Count; i++)
            byString[Task.IndexOf(facts[i])] = i;
        return ValueOf(question, byString, Fold.ContextOf(facts));
    }

    /// <inheritdoc/>
    public string Format(Claim claim) => $"{Fold.Name}({Task.Language.Patterns.Format(claim.Question.Words)}) = {claim.Value}";

    private int ValueOf(Question question, ReadOnlySpan<int> byString, ulong context)
    {
        if (DepthOf(question) == 0)
        {
            Symbols fact = question.Facts[byString[Task.IndexOf(question.Words)]];
            return Fold.Leaf(context, fact, Task.ValueOf(fact));
        }

        int first = ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 0)), byString, context);
        int second = ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 1)), byString, context);
        return Fold.Combine(first, second);
    }

    private static int DepthOf(Question question) => PatternCode.CountWildcards(question.Words);

    /// <summary>The values that two halves may have so that the claim comes of them; none if the claim itself contradicts arithmetic.</summary>
    private (int First, int Second)[] PairsOf(Claim claim) => _pairs[DepthOf(claim.Question)].GetValueOrDefault(claim.Value, []);

    private Dictionary<int, (int First, int Second)[]> PairsOf(ImmutableArray<int> values) =>
        values.SelectMany(first => values.Select(second => (First: first, Second: second)))
            .GroupBy(pair => Fold.Combine(pair.First, pair.Second))
            .ToDictionary(group => group.Key, group => group.ToArray());

    private static Split Halves(Question question, int first, int second) =>
        new(new Claim(question.Ask(WildcardSearchTask.Fill(question.Words, 0)), first), new Claim(question.Ask(WildcardSearchTask.Fill(question.Words, 1)), second));
}
