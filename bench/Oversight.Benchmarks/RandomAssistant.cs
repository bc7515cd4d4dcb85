using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>Draws its answers, at no cost: for benchmarks of what is around an assistant, where contexts of their own should have answers of their own.</summary>
internal sealed class RandomAssistant(AlgorithmicTask task, RandomStream random) : IAssistant
{
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        foreach (ref Answer answer in answers[..questions.Length])
            answer = task.Answers[random.Next(task.Answers.Length)];
    }
}
