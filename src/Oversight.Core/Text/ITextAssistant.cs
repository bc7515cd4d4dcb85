namespace Oversight.Core.Text;

/// <summary>
/// X, an assistant, in the text plane: answers one question, in its own time. It is asked several questions at once, so an implementation
/// must be safe for that. What it cannot or will not answer is an answer too (<see cref="AnswerStatus"/>); only giving up throws.
/// </summary>
public interface ITextAssistant
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="budget">The most that answering may cost. Zero means zero.</param>
    /// <param name="token">Gives up: <see cref="OperationCanceledException"/>.</param>
    /// <returns>The answer with what it cost; where others were asked, with the transcript.</returns>
    ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token);
}
