using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>
/// Questions and answers as people read them, also those that mean nothing: a model may ask or answer any sequence of symbols. Such a
/// sequence is never printed as if it were a question; it is said in words what it is and what becomes of it.
/// </summary>
public static class PlainWords
{
    /// <summary>Whether words are a question of the task, not a sequence of symbols that means nothing.</summary>
    /// <param name="task">The task.</param>
    /// <param name="words">The words.</param>
    public static bool IsQuestion(AlgorithmicTask task, Symbols words) =>
        task.IsWellFormed(words) || (task.IsPrimitive(words) && task.TryParse(task.FormatQuestion(words), out _));

    /// <summary>A sub-question with its answer; in words, where it is no question of the task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="words">The sub-question.</param>
    /// <param name="reply">Its answer.</param>
    public static string Exchange(AlgorithmicTask task, Symbols words, Answer reply) => IsQuestion(task, words)
        ? $"{task.FormatQuestion(words)} = {Answer(task, reply)}"
        : $"something that is no question of this task ({Spelled(task, words)}), which counts as {Answer(task, reply)}";

    /// <summary>The same as a sentence that says who asked.</summary>
    /// <param name="task">The task.</param>
    /// <param name="words">Words for which <see cref="IsQuestion"/> does not hold.</param>
    /// <param name="reply">What they count as.</param>
    /// <param name="asker">H or H'.</param>
    public static string NoQuestion(AlgorithmicTask task, Symbols words, Answer reply, string asker) =>
        $"{asker} asked {Exchange(task, words, reply)}";

    /// <summary>An answer; in words, where it is no answer of the task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="answer">The answer.</param>
    public static string Answer(AlgorithmicTask task, Answer answer) => answer.IsUnknown || task.Answers.Contains(answer)
        ? task.FormatAnswer(answer)
        : $"no answer of this task ({Spelled(task, answer.Words)})";

    private static string Spelled(AlgorithmicTask task, Symbols words) =>
        words.IsEmpty ? "no symbols at all" : $"symbols {task.Alphabet.Spell(words)[1..^1]}";
}
