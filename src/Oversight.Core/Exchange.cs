namespace Oversight.Core;

/// <summary>One sub-question with the sub-answer that the assistant gave.</summary>
/// <param name="Asked">The sub-question's words; its facts are those of the transcript's question.</param>
/// <param name="Reply">The sub-answer.</param>
public readonly record struct Exchange(Symbols Asked, Answer Reply);
