using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>Sequences that nobody meant.</summary>
internal static class Noise
{
    /// <summary>A sequence of a task's symbols, blanks included.</summary>
    public static Symbols Words(AlgorithmicTask task, int length, RandomStream random)
    {
        Symbols words = Symbols.Empty;
        for (int i = 0; i < length; i++)
            words = words.With(i, (byte)random.Next(task.Alphabet.Size));
        return words;
    }

    /// <summary>A question with one symbol replaced by another, half of the time by a blank.</summary>
    public static Symbols Misprint(AlgorithmicTask task, Symbols words, RandomStream random) =>
        words.With(random.Next(task.QuestionLength), random.NextBool() ? Symbols.Blank : (byte)random.Next(task.Alphabet.Size));
}
