using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Training.Assistants;

/// <summary>Numbers the answers of a task: 0 is idk, then every well-formed answer in the task's order.</summary>
public sealed class AnswerCodec
{
    private readonly Answer[] _answers;
    private readonly Dictionary<Symbols, int> _numbers = [];

    /// <summary>The codec of a task.</summary>
    /// <param name="task">The task.</param>
    public AnswerCodec(AlgorithmicTask task)
    {
        _answers = [Answer.Unknown, .. task.Answers];
        for (int i = 0; i < _answers.Length; i++)
            _numbers.Add(_answers[i].Words, i);
    }

    /// <summary>How many answers there are, idk included.</summary>
    public int Count => _answers.Length;

    /// <summary>An answer by its number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> - 1.</param>
    public Answer this[int number] => _answers[number];

    /// <summary>The number of an answer, or -1 if it is not well-formed.</summary>
    /// <param name="words">The answer's words.</param>
    public int NumberOf(Symbols words) => _numbers.GetValueOrDefault(words, -1);
}
