using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// Answers sigma^0 and sigma^1 from the facts and has M answer the rest. What sigma^1 means can be changed in the middle of a run.
/// </summary>
/// <param name="task">Says what is primitive.</param>
/// <param name="words">Reads questions.</param>
/// <param name="assistant">M, answering.</param>
/// <param name="capacity">Questions at once.</param>
internal sealed class FactsFirstAssistant(AlgorithmicTask task, PowerWords words, IAssistant assistant, int capacity) : IAssistant
{
    private readonly Question[] _hard = new Question[capacity];
    private readonly int[] _places = new int[capacity];
    private readonly Answer[] _answers = new Answer[capacity];

    /// <summary>What sigma^1 means by now.</summary>
    public Meaning Meaning { get; set; }

    /// <summary>Facts read so far.</summary>
    public long Read { get; private set; }

    /// <inheritdoc/>
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        int hard = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            if (task.IsPrimitive(questions[i].Words))
            {
                answers[i] = AnswerPrimitive(questions[i]);
                continue;
            }

            _hard[hard] = questions[i];
            _places[hard++] = i;
        }

        assistant.Answer(_hard.AsSpan(0, hard), _answers.AsSpan(0, hard));
        for (int i = 0; i < hard; i++)
            answers[_places[i]] = _answers[i];
    }

    /// <summary>sigma^0 or sigma^1, by today's meaning.</summary>
    /// <param name="question">A primitive question.</param>
    public Answer AnswerPrimitive(Question question)
    {
        Symbols element = words.ElementOf(question.Words);
        Read++;
        return words.ExponentOf(question.Words) == 0 ? new Answer(element) : words.Image(question.Facts, element, Meaning);
    }
}
