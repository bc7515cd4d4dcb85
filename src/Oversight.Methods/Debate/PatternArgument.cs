using Oversight.Core;
using Oversight.Protocols.Debate;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>
/// An argument about a sum, or whatever the fold makes of values: each string is given a value, and each pattern what its strings come to. The error
/// of one string therefore shows in the claims above it and nowhere else. Immutable.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="leaves">What is claimed of each string, in the order of their numbers.</param>
internal sealed class PatternArgument(PatternGame game, int[] leaves)
{
    /// <summary>The argument as its holder commits to it.</summary>
    /// <param name="question">What it is about: all strings.</param>
    public CommittedTree On(Question question) => new(game, ClaimOn(question), Split);

    private Split Split(Claim claim) => new(ClaimOn(Half(claim.Question, 0)), ClaimOn(Half(claim.Question, 1)));

    private Claim ClaimOn(Question question) => new(question, ValueOf(question));

    private int ValueOf(Question question) => game.DepthOf(new Claim(question, 0)) == 0
        ? leaves[game.Task.IndexOf(question.Words)]
        : game.Fold.Combine(ValueOf(Half(question, 0)), ValueOf(Half(question, 1)));

    private static Question Half(Question question, int character) => question.Ask(WildcardSearchTask.Fill(question.Words, character));
}
