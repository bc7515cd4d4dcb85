using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>
/// The true answers about one context. Total: every sequence of symbols has one. A type of its own, so that the compiler shows who can
/// read it: no <see cref="IAssistant"/> ever receives it.
/// </summary>
public abstract class GroundTruth
{
    /// <summary>The true answer, by the reference's rule.</summary>
    /// <param name="words">Any question's words.</param>
    public abstract Answer Answer(Symbols words);

    /// <summary>
    /// Whether an answer is right where several are; the same as being equal to <see cref="Answer"/> unless a task says otherwise.
    /// </summary>
    /// <param name="words">The question's words.</param>
    /// <param name="answer">The answer to judge.</param>
    public virtual bool Accepts(Symbols words, Answer answer) => answer == Answer(words);

    /// <summary>The label under which accuracy on a question is reported, for example <c>bits 3</c>.</summary>
    /// <param name="words">The question's words.</param>
    public abstract string ClassOf(Symbols words);
}
