using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>Answers at random: well-formed answers, don't know, and sequences of symbols that mean nothing.</summary>
internal sealed class BabblingAssistant(AlgorithmicTask task, RandomStream random) : IAssistant
{
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        for (int i = 0; i < questions.Length; i++)
            answers[i] = random.Chance(0.8) ? task.Answers[random.Next(task.Answers.Length)] : new Answer(Noise.Words(task, task.AnswerLength, random));
    }
}
