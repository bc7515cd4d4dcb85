namespace Oversight.Core.Text;

/// <summary>X as a function, for assistants of a few lines.</summary>
/// <param name="answer">Answers a question.</param>
public sealed class DelegateTextAssistant(Func<TextQuestion, Budget, CancellationToken, ValueTask<TextResult>> answer) : ITextAssistant
{
    /// <summary>An assistant that answers at once; each answer costs one call.</summary>
    /// <param name="answer">Answers a question.</param>
    public DelegateTextAssistant(Func<TextQuestion, TextAnswer> answer)
        : this((question, _, _) => ValueTask.FromResult<TextResult>(answer(question)))
    {
    }

    /// <inheritdoc/>
    public ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return answer(question, budget, token);
    }
}
