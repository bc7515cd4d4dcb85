namespace Oversight.Core;

/// <summary>
/// X, an assistant: answers questions, many at a time. What it is handed are facts and words, never ground truth.
/// Implementations need not be thread-safe; a caller that works on several threads makes one for each.
/// </summary>
public interface IAssistant
{
    /// <summary>Answers each question on its own; the batch is for speed and has no other meaning.</summary>
    /// <param name="questions">What is asked.</param>
    /// <param name="answers">Filled with one answer a question; as long as <paramref name="questions"/>.</param>
    void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers);
}
