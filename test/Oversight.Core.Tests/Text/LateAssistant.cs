using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

/// <summary>An assistant whose answers come when the test says so: nobody sleeps.</summary>
internal sealed class LateAssistant(Func<TextQuestion, TextResult> answer) : ITextAssistant
{
    private readonly List<(TextQuestion Question, Budget Budget, TaskCompletionSource<TextResult> Source)> _waiting = [];

    /// <summary>The questions that wait for an answer, in the order in which they came.</summary>
    public IReadOnlyList<TextQuestion> Waiting => [.. _waiting.Select(waiting => waiting.Question)];

    /// <summary>The budgets that came with them.</summary>
    public IReadOnlyList<Budget> Budgets => [.. _waiting.Select(waiting => waiting.Budget)];

    public ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token)
    {
        var source = new TaskCompletionSource<TextResult>();
        _waiting.Add((question, budget, source));
        return new ValueTask<TextResult>(source.Task);
    }

    /// <summary>Lets one of the waiting answers arrive.</summary>
    public void Release(int index)
    {
        (TextQuestion question, _, TaskCompletionSource<TextResult> source) = _waiting[index];
        _waiting.RemoveAt(index);
        source.SetResult(answer(question));
    }
}
