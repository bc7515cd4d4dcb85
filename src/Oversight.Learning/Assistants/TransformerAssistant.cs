using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// X, the assistant, as a trained network. Facts are encoded once and kept for the questions that follow about the same contexts. It may abstain:
/// an answer whose probability is too low becomes idk, unless it is a guess that the overseer will test. Not thread-safe; several may share one vector of weights.
/// </summary>
public sealed class TransformerAssistant : IAssistant, IDisposable
{
    private readonly Tape _tape;
    private readonly AssistantPass _pass;
    private readonly Facts[] _encoded;
    private readonly int[] _sizes;
    private readonly float[] _confidences;
    private readonly bool _guesses;
    private int _encodedCount;

    /// <summary>An assistant that answers questions about some contexts at once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; call <see cref="Forget"/> when their owner has changed them.</param>
    /// <param name="contexts">How many contexts at most.</param>
    /// <param name="questionsPerContext">How many questions each at most.</param>
    /// <param name="memory">Lends room for what is encoded until <see cref="Forget"/>; null for room of its own.</param>
    public TransformerAssistant(AssistantNetwork network, ParameterVector weights, int contexts, int questionsPerContext, BufferPool? memory = null)
    {
        _tape = new Tape(weights, memory: memory);
        _pass = network.Record(_tape, contexts, questionsPerContext);
        AnswerCount = network.Answers.Count;
        _guesses = network.Answers.Testable.Contains(true);
        _encoded = new Facts[contexts];
        _sizes = new int[contexts];
        _confidences = new float[contexts * questionsPerContext];
    }

    /// <summary>Below this probability of its answer the assistant says idk; 0 never.</summary>
    public double AbstainBelow { get; set; }

    /// <summary>Draws answers from the distribution; null takes the most probable.</summary>
    public RandomStream? Sampler { get; set; }

    /// <summary>The temperature at which the sampler draws: below 1 closer to the most probable answer, above 1 closer to all being equal.</summary>
    public double Temperature
    {
        get => _pass.Temperature;
        set => _pass.Temperature = value;
    }

    /// <summary>The share of drawn answers that are not the most probable, from 0 to 1: an X that errs on purpose, in ways that it finds likely.</summary>
    public double Unlike
    {
        get => _pass.Unlike;
        set => _pass.Unlike = value;
    }

    /// <summary>The probability of each answer of the last call.</summary>
    public ReadOnlySpan<float> Confidences => _confidences;

    /// <summary>How many answers there are, idk included.</summary>
    public int AnswerCount { get; }

    /// <summary>How many contexts it takes at once.</summary>
    public int ContextCapacity => _pass.ContextCapacity;

    /// <summary>How many questions about each it takes at once.</summary>
    public int QuestionCapacity => _pass.QuestionCapacity;

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _tape.Flops;

    /// <summary>Drops what is encoded; needed once the weights have changed, and good where others wait for its room.</summary>
    public void Forget()
    {
        _encodedCount = 0;
        _tape.Release();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are more contexts, or more questions about one, than the assistant was made for.</exception>
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        if (questions.IsEmpty)
            return;
        Group(questions);
        _pass.Answer(questions, _sizes.AsSpan(0, _encodedCount), answers, _confidences, Sampler);
        for (int i = 0; i < questions.Length; i++)
        {
            bool isGuess = _guesses && questions[i].Guess > 0;
            if (!isGuess && _confidences[i] < AbstainBelow)
                answers[i] = Core.Answer.Unknown;
        }
    }

    /// <summary>Says how probable every answer is.</summary>
    /// <param name="questions">What is asked, context by context.</param>
    /// <param name="probabilities">(questions, <see cref="AnswerCount"/>), filled: a row a question, in the order of the <see cref="AnswerCodec"/>.</param>
    /// <exception cref="ArgumentException">There are more contexts, or more questions about one, than the assistant was made for.</exception>
    public void Weigh(ReadOnlySpan<Question> questions, Span<float> probabilities)
    {
        if (questions.IsEmpty)
            return;
        Group(questions);
        _pass.Weigh(questions, _sizes.AsSpan(0, _encodedCount), probabilities);
    }

    /// <inheritdoc/>
    public void Dispose() => _tape.Dispose();

    /// <summary>Counts the questions of each context, which is encoded first where it is not yet.</summary>
    private void Group(ReadOnlySpan<Question> questions)
    {
        if (TryGroup(questions))
            return;
        EncodeContextsOf(questions);
        if (!TryGroup(questions))
            throw new ArgumentException("Questions about one context must stand together.", nameof(questions));
    }

    /// <summary>Counts the questions of each encoded context; false if they are not about those contexts, in that order.</summary>
    private bool TryGroup(ReadOnlySpan<Question> questions)
    {
        _sizes.AsSpan(0, _encodedCount).Clear();
        int context = 0;
        foreach (Question question in questions)
        {
            while (context < _encodedCount && !ReferenceEquals(_encoded[context], question.Facts))
                context++;
            if (context == _encodedCount)
                return false;
            _sizes[context]++;
        }

        return true;
    }

    private void EncodeContextsOf(ReadOnlySpan<Question> questions)
    {
        _encodedCount = 0;
        int count = 0;
        foreach (Question question in questions)
        {
            if (count > 0 && ReferenceEquals(_encoded[count - 1], question.Facts))
                continue;
            if (count == _encoded.Length)
                throw new ArgumentException($"Questions about more than {_encoded.Length} contexts given.", nameof(questions));
            _encoded[count++] = question.Facts;
        }

        _pass.Encode(_encoded.AsSpan(0, count));
        _encodedCount = count;
    }
}
