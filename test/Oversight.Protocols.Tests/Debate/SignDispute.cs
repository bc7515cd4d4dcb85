using Oversight.Core;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>Disputes on answers to <see cref="SignGame"/>: an answer is the claim that the stretch adds up to so much.</summary>
internal sealed class SignDispute : IDispute
{
    private const int Zero = 100;

    public IClaimGame Game { get; } = new SignGame();

    public Answer AnswerOf(Claim claim) => new(Symbols.Of((byte)(Zero + claim.Value)));

    public void AddPositions(Question question, Answer answer, List<Position> positions)
    {
        int value = answer.Words[0] - Zero;
        if (Game.ValuesOf(question).Contains(value))
            positions.Add(new Position(question, answer, value));
    }

    public void AddObjections(Position position, List<Objection> objections) =>
        objections.Add(new Objection(new Claim(position.Question, position.Value), HeldByProposer: true));
}
