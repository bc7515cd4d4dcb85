using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>
/// How the answers of a task are disputed: what an answer rests on, and which single claims decide whether it stands. A true answer has a position to which no objection
/// succeeds in the best play, a false one has none. Stateless and thread-safe.
/// </summary>
public interface IDispute
{
    /// <summary>How the claims are taken apart.</summary>
    IClaimGame Game { get; }

    /// <summary>The answer to a claim's own question of which the claim is a part: what one who believes the claim would give. Idk where no answer says as much.</summary>
    /// <param name="claim">Any claim of the game.</param>
    Answer AnswerOf(Claim claim);

    /// <summary>Lists the positions from which an answer can be held; none if it is no answer to the question.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="positions">Added to.</param>
    void AddPositions(Question question, Answer answer, List<Position> positions);

    /// <summary>Lists what may be objected to a position; at least one.</summary>
    /// <param name="position">The position.</param>
    /// <param name="objections">Added to.</param>
    void AddObjections(Position position, List<Objection> objections);
}
