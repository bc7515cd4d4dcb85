using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks;

/// <summary>
/// Answers primitive questions from the facts and malformed ones with what is true of them, and asks another assistant for the rest
/// only: X is never trained or asked on what the facts say outright.
/// </summary>
public sealed class PrimitiveFirstAssistant : IAssistant
{
    private readonly AlgorithmicTask _task;
    private readonly IAssistant _assistant;
    private readonly Question[] _hard;
    private readonly int[] _places;
    private readonly Answer[] _answers;

    /// <summary>Wraps an assistant.</summary>
    /// <param name="task">Says what is primitive.</param>
    /// <param name="assistant">X: answers the rest.</param>
    /// <param name="random">For primitive questions whose answer is drawn; consumed.</param>
    /// <param name="capacity">How many questions can be answered in one call.</param>
    public PrimitiveFirstAssistant(AlgorithmicTask task, IAssistant assistant, RandomStream random, int capacity)
    {
        _task = task;
        _assistant = assistant;
        Random = random;
        _hard = new Question[capacity];
        _places = new int[capacity];
        _answers = new Answer[capacity];
    }

    /// <summary>The stream for primitive questions whose answer is drawn; restart it to repeat a round.</summary>
    public RandomStream Random { get; }

    /// <summary>How many questions the wrapped assistant has answered so far.</summary>
    public long Forwarded { get; private set; }

    /// <summary>How often the wrapped assistant was called so far.</summary>
    public long Calls { get; private set; }

    /// <summary>How many questions were answered from the facts so far.</summary>
    public long Read { get; private set; }

    /// <inheritdoc/>
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        int hard = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            Symbols words = questions[i].Words;
            if (_task.IsPrimitive(words))
            {
                answers[i] = _task.AnswerPrimitive(questions[i], Random);
                Read++;
            }
            else if (!_task.IsWellFormed(words))
            {
                answers[i] = _task.MalformedAnswer;
            }
            else
            {
                _hard[hard] = questions[i];
                _places[hard++] = i;
            }
        }

        if (hard == 0)
            return;
        Forwarded += hard;
        Calls++;
        _assistant.Answer(_hard.AsSpan(0, hard), _answers.AsSpan(0, hard));
        for (int i = 0; i < hard; i++)
            answers[_places[i]] = _answers[i];
    }
}
