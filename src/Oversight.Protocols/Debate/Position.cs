using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>An answer with what its proposer commits to beside it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="Value">The value that the answer rests on: the sum, or how many edges the way has, 0 for none.</param>
public readonly record struct Position(Question Question, Answer Answer, int Value);
