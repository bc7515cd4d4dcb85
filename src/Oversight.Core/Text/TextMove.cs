using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>What an overseer does next: ask sub-questions or reply with the answer. A closed set of two.</summary>
public abstract record TextMove
{
    private TextMove()
    {
    }

    /// <summary>What making the move cost: nothing for a script, a call and its tokens for a language model, time for a person.</summary>
    public Spending Spent { get; init; } = Spending.None;

    /// <summary>Ask sub-questions, which are answered side by side and recorded in this order.</summary>
    public sealed record Ask : TextMove
    {
        /// <summary>
        /// Asks sub-questions that share what budget there is by the size of their passages, or equally where one has none.
        /// </summary>
        /// <param name="questions">The sub-questions.</param>
        public Ask(params ImmutableArray<TextQuestion> questions)
        {
            Questions = questions.IsDefault ? [] : questions;
            bool bySize = Questions.All(question => question.Size > 0);
            Weights = [.. Questions.Select(question => bySize ? question.Size : 1)];
        }

        /// <summary>The sub-questions.</summary>
        public ImmutableArray<TextQuestion> Questions { get; }

        /// <summary>By what weights the sub-questions share the budget; given before anybody answers, so timing has no say.</summary>
        public ImmutableArray<long> Weights { get; private init; }

        /// <summary>The same questions with weights of one's own.</summary>
        /// <param name="weights">One a question, none negative.</param>
        /// <exception cref="ArgumentException">They are too few, too many or negative.</exception>
        public Ask WithWeights(params ImmutableArray<long> weights)
        {
            if (weights.Length != Questions.Length || weights.Any(weight => weight < 0))
                throw new ArgumentException($"{Questions.Length} questions need as many weights of 0 or more.", nameof(weights));
            return this with { Weights = weights };
        }

        /// <inheritdoc/>
        public bool Equals(Ask? other) =>
            other is not null && Spent == other.Spent && Questions.AsSpan().SequenceEqual(other.Questions.AsSpan())
            && Weights.AsSpan().SequenceEqual(other.Weights.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Spent, Questions.Length, Questions.FirstOrDefault());
    }

    /// <summary>Give the answer to the transcript's question.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Reply(TextAnswer Answer) : TextMove
    {
        /// <summary>The answer.</summary>
        public TextAnswer Answer { get; } = Answer ?? throw new ArgumentNullException(nameof(Answer));
    }
}
