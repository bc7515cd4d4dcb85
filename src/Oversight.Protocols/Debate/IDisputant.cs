using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>A player in a dispute on answers, in either seat: a script, a network, a person, a language model. Sees the questions with their facts and all that was said.</summary>
public interface IDisputant
{
    /// <summary>How it debates the claim that a dispute comes down to.</summary>
    IDebater Debater { get; }

    /// <summary>Says, as the proposer, from which position it holds each answer.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="answers">What is answered; each has a position.</param>
    /// <param name="positions">Filled, one an answer.</param>
    void State(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> answers, Span<Position> positions);

    /// <summary>Says, as the opponent, which claim each dispute shall come down to.</summary>
    /// <param name="positions">What the proposer said.</param>
    /// <param name="objections">Filled, one a position.</param>
    void Oppose(ReadOnlySpan<Position> positions, Span<Objection> objections);
}
