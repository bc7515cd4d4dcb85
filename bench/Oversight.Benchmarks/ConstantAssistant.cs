using Oversight.Core;

namespace Oversight.Benchmarks;

/// <summary>Gives the same answer to every question, at no cost: for benchmarks of what is around an assistant.</summary>
internal sealed class ConstantAssistant(Answer answer) : IAssistant
{
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers) => answers.Fill(answer);
}
