using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Protocols;

/// <summary>
/// Reads facts: says which questions they answer outright, and answers those. A comparison needs to know no more of the world that it is made in,
/// so that protocols know no task. Stateless and thread-safe.
/// </summary>
public interface IFactReader
{
    /// <summary>Whether a question is answered from the facts directly. Syntactic: depends on the words alone.</summary>
    /// <param name="words">The question's words.</param>
    bool IsPrimitive(Symbols words);

    /// <summary>Answers a primitive question from the facts.</summary>
    /// <param name="question">A question for which <see cref="IsPrimitive"/> holds.</param>
    /// <param name="random">Consumed where several facts fit and one is drawn.</param>
    Answer AnswerPrimitive(Question question, RandomStream random);
}
