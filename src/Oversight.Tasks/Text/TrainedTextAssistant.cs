using Oversight.Core;
using Oversight.Core.Text;

namespace Oversight.Tasks.Text;

/// <summary>
/// An assistant of the symbol plane, such as a trained X, in the text plane: it reads questions about one context in the task's grammar and
/// answers in it. Thread-safe: the assistant is asked one question at a time.
/// </summary>
public sealed class TrainedTextAssistant : ITextAssistant
{
    private readonly TaskGrammar _grammar;
    private readonly Facts _facts;
    private readonly IAssistant _assistant;
    private readonly Lock _lock = new();

    /// <summary>Lets an assistant speak.</summary>
    /// <param name="task">The task that it knows.</param>
    /// <param name="facts">What it answers from.</param>
    /// <param name="assistant">X; this object alone uses it.</param>
    public TrainedTextAssistant(AlgorithmicTask task, Facts facts, IAssistant assistant)
    {
        _grammar = new TaskGrammar(task);
        _facts = facts;
        _assistant = assistant;
    }

    /// <inheritdoc/>
    public ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (!_grammar.TryReadQuestion(question.Words, out Symbols words, out int guess))
            return ValueTask.FromResult<TextResult>(TextAnswer.Malformed("the question does not fit the task's grammar"));
        if (!budget.Covers(Spending.OneCall))
            return ValueTask.FromResult(TextResult.NotAsked("the budget has no call left"));
        Span<Answer> answer = [Answer.Unknown];
        lock (_lock)
            _assistant.Answer([new Question(_facts, words, guess)], answer);
        return ValueTask.FromResult<TextResult>(_grammar.Print(answer[0]));
    }
}
