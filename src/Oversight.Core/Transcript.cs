using System.Collections.Immutable;

namespace Oversight.Core;

/// <summary>tau, one transcript: (Q, Q1, A1, ..., Qk, Ak, A). Immutable.</summary>
/// <param name="Question">Q.</param>
/// <param name="Exchanges">The sub-questions with their sub-answers, in order.</param>
/// <param name="Answer">A; idk while the transcript is open.</param>
public sealed record Transcript(Question Question, ImmutableArray<Exchange> Exchanges, Answer Answer);
