using Oversight.Core;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>Disputes on sums: an answer is the claim that the pattern comes to so much, and whoever gives it must hold that claim.</summary>
/// <param name="game">How sums are taken apart, as the task reckons them.</param>
internal sealed class PatternDispute(PatternGame game) : IDispute
{
    private readonly WildcardSearchLanguage _language = game.Task.Language;

    /// <inheritdoc/>
    public IClaimGame Game => game;

    /// <inheritdoc/>
    public Answer AnswerOf(Claim claim) => _language.Number(claim.Value);

    /// <inheritdoc/>
    public void AddPositions(Question question, Answer answer, List<Position> positions)
    {
        if (_language.IsNumberAlone(answer, out int sum) && game.ValuesOf(question).Contains(sum))
            positions.Add(new Position(question, answer, sum));
    }

    /// <inheritdoc/>
    public void AddObjections(Position position, List<Objection> objections) =>
        objections.Add(new Objection(new Claim(position.Question, position.Value), HeldByProposer: true));
}
