using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>Numbers the answers of a task: 0 is idk, then every well-formed answer in the task's order.</summary>
public sealed class AnswerCodec
{
    private readonly Answer[] _answers;
    private readonly Dictionary<Symbols, int> _numbers = [];
    private readonly bool[] _testable;
    private readonly bool[] _testableStarts;

    /// <summary>The codec of a task.</summary>
    /// <param name="task">The task.</param>
    public AnswerCodec(AlgorithmicTask task)
    {
        _answers = [Answer.Unknown, .. task.Answers];
        for (int i = 0; i < _answers.Length; i++)
            _numbers.Add(_answers[i].Words, i);
        _testable = [.. _answers.Select(task.IsTestable)];
        _testableStarts = new bool[task.Alphabet.Size];
        foreach (Answer answer in _answers.Where(task.IsTestable))
            _testableStarts[answer.Words[0]] = true;
    }

    /// <summary>How many answers there are, idk included.</summary>
    public int Count => _answers.Length;

    /// <summary>Which numbers are of answers that can be guesses (<see cref="AlgorithmicTask.IsTestable"/>).</summary>
    public ReadOnlySpan<bool> Testable => _testable;

    /// <summary>Which symbols such answers begin with.</summary>
    public ReadOnlySpan<bool> TestableStarts => _testableStarts;

    /// <summary>An answer by its number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> - 1.</param>
    public Answer this[int number] => _answers[number];

    /// <summary>The number of an answer, or -1 if it is not well-formed.</summary>
    /// <param name="words">The answer's words.</param>
    public int NumberOf(Symbols words) => _numbers.GetValueOrDefault(words, -1);
}
