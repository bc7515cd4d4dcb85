using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Tasks;

namespace Oversight.Runs.Overseers;

/// <summary>
/// How often and in which way whoever oversees gives a random answer in place of their own: drawn anew each time; if deterministic, the same for the same
/// question about the same facts; if systematic, the same for the same words whatever the facts, which is an error that a learner can learn. One type for
/// every method, so that methods can be compared at one rate of error.
/// </summary>
/// <param name="task">Whose answers are drawn.</param>
/// <param name="options">How often, and of which kind.</param>
/// <param name="key">Names deterministic errors.</param>
public sealed class AnswerErrors(AlgorithmicTask task, OverseerOptions options, RandomKey key)
{
    /// <summary>The errors that some options ask for; null for none.</summary>
    public static AnswerErrors? Of(AlgorithmicTask task, OverseerOptions options, RandomKey key) =>
        options.Error == 0 ? null : new AnswerErrors(task, options, key);

    /// <summary>Whether this is the turn of an error, and the stream that says which.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="random">Consumed by random errors.</param>
    /// <param name="stream">To draw the error from.</param>
    public bool Strikes(Question question, RandomStream random, out RandomStream stream)
    {
        stream = options.ErrorKind switch
        {
            ErrorKind.Deterministic => key.Child(HashOf(question.Words, question.Facts)).Stream(),
            ErrorKind.Systematic => key.Child(HashOf(question.Words, facts: null)).Stream(),
            _ => random,
        };
        return stream.Chance(options.Error);
    }

    /// <summary>The answer, or a random one in its place.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">The answer without errors.</param>
    /// <param name="random">Consumed by random errors.</param>
    public Answer Apply(Question question, Answer answer, RandomStream random) =>
        Strikes(question, random, out RandomStream stream) ? task.Answers[stream.Next(task.Answers.Length)] : answer;

    /// <summary>The same for many answers.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="answers">Changed.</param>
    /// <param name="work">Names the piece of work.</param>
    public void Apply(ReadOnlySpan<Question> questions, Span<Answer> answers, RandomKey work)
    {
        RandomStream random = work.Stream();
        for (int i = 0; i < answers.Length; i++)
            answers[i] = Apply(questions[i], answers[i], random);
    }

    private static long HashOf(Symbols words, Facts? facts)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        words.CopyTo(bytes);
        ulong hash = StableHash.Of(bytes);
        if (facts is null)
            return unchecked((long)hash);
        foreach (Symbols fact in facts.Statements)
        {
            fact.CopyTo(bytes);
            hash = StableHash.Combine(hash, StableHash.Of(bytes));
        }

        return unchecked((long)hash);
    }
}
