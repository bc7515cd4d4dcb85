using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Runs.Targets;

/// <summary>
/// Questions in groups that stand or fall together: about one context and, as far as the number allows, of one class by their words. Reusable without allocating.
/// </summary>
/// <param name="task">Tells classes.</param>
/// <param name="size">Questions a sheet; the last one of a context may be smaller.</param>
public sealed class Sheets(AlgorithmicTask task, int size)
{
    private int[] _order = [];
    private int[] _starts = [];
    private int[] _open = [];
    private int[] _openQuestions = [];
    private bool[] _isClosed = [];
    private int _count;
    private int _openCount;
    private int _openQuestionCount;

    /// <summary>The sheets not closed when last tidied, by number.</summary>
    public ReadOnlySpan<int> Open => _open.AsSpan(0, _openCount);

    /// <summary>The questions on them, ascending.</summary>
    public ReadOnlySpan<int> OpenQuestions => _openQuestions.AsSpan(0, _openQuestionCount);

    /// <summary>The questions on a sheet.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<int> this[int number] => _order.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>Puts questions onto sheets, all open.</summary>
    /// <param name="questions">Context by context.</param>
    public void Begin(ReadOnlySpan<Question> questions)
    {
        Reserve(questions.Length);
        _count = 0;
        for (int first = 0; first < questions.Length;)
        {
            int end = first;
            while (end < questions.Length && ReferenceEquals(questions[end].Facts, questions[first].Facts))
                end++;
            SortByClass(questions, first, end);
            for (int start = first; start < end; start += size)
                _starts[_count++] = start;
            first = end;
        }

        _starts[_count] = questions.Length;
        _isClosed.AsSpan(0, _count).Clear();
        Tidy();
    }

    /// <summary>Closes a sheet.</summary>
    /// <param name="number">Its number.</param>
    public void Close(int number) => _isClosed[number] = true;

    /// <summary>Takes closed sheets out of <see cref="Open"/>.</summary>
    public void Tidy()
    {
        _openCount = _openQuestionCount = 0;
        for (int number = 0; number < _count; number++)
        {
            if (_isClosed[number])
                continue;
            _open[_openCount++] = number;
            foreach (int question in this[number])
                _openQuestions[_openQuestionCount++] = question;
        }

        // Assistants want questions about one context together, which their numbers say.
        _openQuestions.AsSpan(0, _openQuestionCount).Sort();
    }

    private void Reserve(int questions)
    {
        if (_order.Length >= questions)
            return;
        (_order, _starts, _open) = (new int[questions], new int[questions + 1], new int[questions]);
        (_openQuestions, _isClosed) = (new int[questions], new bool[questions]);
    }

    /// <summary>A stable sort by insertion: contexts have few questions.</summary>
    private void SortByClass(ReadOnlySpan<Question> questions, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int place = i;
            int own = task.SyntacticClass(questions[i].Words);
            for (; place > first && task.SyntacticClass(questions[_order[place - 1]].Words) > own; place--)
                _order[place] = _order[place - 1];
            _order[place] = i;
        }
    }
}
