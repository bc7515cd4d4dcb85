namespace Oversight.Core;

/// <summary>Q, a question: some words about the facts of a context. A sub-question is a question in a role, not another type.</summary>
/// <param name="Facts">The context that the question is about.</param>
/// <param name="Words">What is asked; empty is the blank question.</param>
/// <param name="Guess">
/// 0 where the answer will be relied upon. n, from 1, where an overseer puts to the assistant the very question that they are answering, for the n-th time: they
/// want a guess to test, each time another one (the reference's "guess twice" in parent and step questions).
/// </param>
public readonly record struct Question(Facts Facts, Symbols Words, int Guess = 0)
{
    /// <summary>Another question about the same facts.</summary>
    /// <param name="words">What is asked.</param>
    /// <param name="guess">See <see cref="Guess"/>.</param>
    public Question Ask(Symbols words, int guess = 0) => new(Facts, words, guess);
}
