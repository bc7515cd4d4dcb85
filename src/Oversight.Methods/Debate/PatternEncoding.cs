using Oversight.Core;
using Oversight.Protocols.Debate;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>The values of the strings that match, each in its place, and 0 for the others: the debater has read what the claim is about, and must still add.</summary>
/// <param name="game">The game.</param>
public sealed class PatternEncoding(PatternGame game) : IClaimEncoding
{
    private readonly int _lowest = game.Fold.ValuesOf(1 << game.Task.QuestionLength)[0];

    /// <inheritdoc/>
    public int Inputs => 1 << game.Task.QuestionLength;

    /// <inheritdoc/>
    public int Outputs => game.Fold.ValuesOf(1 << game.Task.QuestionLength)[^1] - _lowest + 1;

    /// <inheritdoc/>
    public void Encode(Question question, Span<float> row)
    {
        row.Clear();
        foreach (Symbols fact in question.Facts.Statements)
        {
            if (game.Task.Matches(question.Words, fact))
                row[game.Task.IndexOf(fact)] = game.Task.ValueOf(fact);
        }
    }

    /// <inheritdoc/>
    public int OutputOf(Claim claim) => claim.Value - _lowest;
}
