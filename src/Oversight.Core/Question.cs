namespace Oversight.Core;

/// <summary>Q, a question: some words about the facts of a context. A sub-question is a question in a role, not another type.</summary>
/// <param name="Facts">The context that the question is about.</param>
/// <param name="Words">What is asked; empty is the blank question.</param>
public readonly record struct Question(Facts Facts, Symbols Words)
{
    /// <summary>Another question about the same facts.</summary>
    /// <param name="words">What is asked.</param>
    public Question Ask(Symbols words) => new(Facts, words);
}
