using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>What a debater holds: that a question has a value.</summary>
/// <param name="Question">What is asked, about which facts.</param>
/// <param name="Value">The value claimed: a sum, a parity, the edges of a walk.</param>
public readonly record struct Claim(Question Question, int Value);
