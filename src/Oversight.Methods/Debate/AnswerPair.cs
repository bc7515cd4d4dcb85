using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>Two answers to one question, for evaluation.</summary>
/// <param name="True">The claim of the true one.</param>
/// <param name="False">The claim of the other.</param>
public sealed record AnswerPair(Claim True, Claim False);
