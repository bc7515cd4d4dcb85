using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Protocols.Debate;

/// <summary>
/// Claims on what the strings that match a pattern come to. A claim is split at the pattern's first wildcard; a string without wildcards is one fact.
/// Needs full tables of two characters: every string has a value.
/// </summary>
/// <param name="task">The task whose facts are read.</param>
/// <param name="fold">What is made of the values.</param>
public sealed class PatternGame(WildcardSearchTask task, Fold fold) : IClaimGame
{
    /// <summary>The task.</summary>
    public WildcardSearchTask Task { get; } = task;

    /// <summary>What is made of the values.</summary>
    public Fold Fold { get; } = fold;

    /// <inheritdoc/>
    public int DepthOf(Claim claim) => DepthOf(claim.Question);

    /// <inheritdoc/>
    public ImmutableArray<int> ValuesOf(Question question) => Fold.ValuesOf(1 << DepthOf(question));

    /// <inheritdoc/>
    public int OptionsOf(Claim claim)
    {
        int options = 0;
        ImmutableArray<int> values = HalfValues(claim);
        foreach (int first in values)
        {
            foreach (int second in values)
                options += Fold.Combine(first, second) == claim.Value ? 1 : 0;
        }

        return options;
    }

    /// <inheritdoc/>
    public Split Option(Claim claim, int option)
    {
        ImmutableArray<int> values = HalfValues(claim);
        foreach (int first in values)
        {
            foreach (int second in values)
            {
                if (Fold.Combine(first, second) == claim.Value && option-- == 0)
                    return Halves(claim.Question, first, second);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(option), $"'{Format(claim)}' has {OptionsOf(claim)} splits.");
    }

    /// <inheritdoc/>
    public bool Adds(Claim claim, Split split)
    {
        ImmutableArray<int> values = HalfValues(claim);
        return split with { Message = 0 } == Halves(claim.Question, split.First.Value, split.Second.Value)
            && values.Contains(split.First.Value)
            && values.Contains(split.Second.Value)
            && Fold.Combine(split.First.Value, split.Second.Value) == claim.Value;
    }

    /// <inheritdoc/>
    public bool LookUp(Claim leaf)
    {
        Facts facts = leaf.Question.Facts;
        for (int i = 0; i < facts.Count; i++)
        {
            if (Task.Matches(leaf.Question.Words, facts[i]))
                return Fold.Leaf(facts, i, Task.ValueOf(facts[i])) == leaf.Value;
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
        return ValueOf(question, byString);
    }

    /// <inheritdoc/>
    public string Format(Claim claim) => $"{Fold.Name}({Task.FormatPattern(claim.Question.Words)}) = {claim.Value}";

    private int ValueOf(Question question, ReadOnlySpan<int> byString)
    {
        if (DepthOf(question) == 0)
        {
            int fact = byString[Task.IndexOf(question.Words)];
            return Fold.Leaf(question.Facts, fact, Task.ValueOf(question.Facts[fact]));
        }

        int first = ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 0)), byString);
        int second = ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 1)), byString);
        return Fold.Combine(first, second);
    }

    private static int DepthOf(Question question) => WildcardSearchTask.CountWildcards(question.Words);

    private ImmutableArray<int> HalfValues(Claim claim) => Fold.ValuesOf(1 << (DepthOf(claim.Question) - 1));

    private static Split Halves(Question question, int first, int second) =>
        new(new Claim(question.Ask(WildcardSearchTask.Fill(question.Words, 0)), first), new Claim(question.Ask(WildcardSearchTask.Fill(question.Words, 1)), second));
}
