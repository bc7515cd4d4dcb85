using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>Reads and writes questions of permutation powering, sigma^n(x): an element, then the bits of n, the highest first.</summary>
/// <param name="task">Permutation powering.</param>
internal sealed class PowerWords(AlgorithmicTask task)
{
    private const byte Zero = 1;
    private const byte One = 2;

    /// <summary>Symbols of an element.</summary>
    public int Length { get; } = task.AnswerLength;

    /// <summary>Bits of an exponent.</summary>
    public int Bits { get; } = task.QuestionLength - task.AnswerLength;

    /// <summary>x.</summary>
    /// <param name="question">sigma^n(x).</param>
    public Symbols ElementOf(Symbols question) => question.Slice(0, Length);

    /// <summary>n.</summary>
    /// <param name="question">sigma^n(x).</param>
    public int ExponentOf(Symbols question)
    {
        int exponent = 0;
        for (int i = 0; i < Bits; i++)
            exponent = exponent << 1 | (question[Length + i] == One ? 1 : 0);
        return exponent;
    }

    /// <summary>sigma^n(x).</summary>
    /// <param name="element">x.</param>
    /// <param name="exponent">n.</param>
    public Symbols Ask(Symbols element, int exponent)
    {
        for (int i = 0; i < Bits; i++)
            element = element.With(Length + i, (exponent >> (Bits - 1 - i) & 1) != 0 ? One : Zero);
        return element;
    }

    /// <summary>sigma(x) by one of its meanings, from the facts; idk if they do not say.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="element">x.</param>
    /// <param name="meaning">What sigma means.</param>
    public Answer Image(Facts facts, Symbols element, Meaning meaning) => meaning switch
    {
        Meaning.Inverse => Find(facts, element, from: Length, to: 0),
        Meaning.Square => Find(facts, Find(facts, element, from: 0, to: Length).Words, from: 0, to: Length),
        _ => Find(facts, element, from: 0, to: Length),
    };

    private Answer Find(Facts facts, Symbols element, int from, int to)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (fact.Slice(from, Length) == element)
                return new Answer(fact.Slice(to, Length));
        }

        return Answer.Unknown;
    }
}
