using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Protocols.Debate;

/// <summary>
/// A holder's whole argument, committed to before anything is contested: a value for every leaf below a question, and for every pattern between what its leaves come to. Immutable.
/// </summary>
public sealed class CommittedTree
{
    private readonly PatternGame _game;
    private readonly int[] _leaves;

    /// <summary>An argument.</summary>
    /// <param name="game">The game.</param>
    /// <param name="question">What it is about: all strings.</param>
    /// <param name="leaves">What is claimed of each string, in the order of their numbers.</param>
    public CommittedTree(PatternGame game, Question question, ReadOnlySpan<int> leaves)
    {
        _game = game;
        _leaves = leaves.ToArray();
        Root = ClaimOn(question);
    }

    /// <summary>The claim that the argument is for.</summary>
    public Claim Root { get; }

    /// <summary>Every leaf with the way that leads to it, the choice at the root first.</summary>
    public IEnumerable<(Claim Leaf, Choice[] Way)> Leaves =>
        Enumerable.Range(0, _leaves.Length).Select(index =>
        {
            Choice[] way = [.. Enumerable.Range(0, _game.DepthOf(Root)).Select(level => (Choice)((index >> (_game.DepthOf(Root) - 1 - level)) & 1))];
            Claim leaf = Root;
            foreach (Choice choice in way)
                leaf = Split(leaf)[choice];
            return (leaf, way);
        });

    /// <summary>What the argument says of the two halves of a claim.</summary>
    /// <param name="claim">A claim of the argument that is no leaf.</param>
    public Split Split(Claim claim) => new(
        ClaimOn(claim.Question.Ask(WildcardSearchTask.Fill(claim.Question.Words, 0))),
        ClaimOn(claim.Question.Ask(WildcardSearchTask.Fill(claim.Question.Words, 1))));

    /// <summary>The debate that goes down one way of the argument.</summary>
    /// <param name="way">The choices, that at the root first.</param>
    public DebateRecord Follow(ReadOnlySpan<Choice> way)
    {
        var debate = new DebateRecord(Root);
        foreach (Choice choice in way)
            debate = debate.Then(new Turn(Split(debate.Contested), choice));
        return debate;
    }

    private Claim ClaimOn(Question question) => new(question, ValueOf(question));

    private int ValueOf(Question question) => WildcardSearchTask.CountWildcards(question.Words) == 0
        ? _leaves[_game.Task.IndexOf(question.Words)]
        : _game.Fold.Combine(
            ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 0))),
            ValueOf(question.Ask(WildcardSearchTask.Fill(question.Words, 1))));
}
