using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Tasks;

namespace Oversight.Runs.Targets;

/// <summary>Targets of pretraining: what the facts say outright. No true answer of a question in D is seen, and nobody is asked.</summary>
/// <param name="task">Answers primitive questions.</param>
public sealed class FactMaker(AlgorithmicTask task) : ITargetMaker
{
    private readonly RandomStream _random = RandomKey.FromSeed(0).Stream();

    /// <inheritdoc/>
    public OversightLedger Spent => new();

    /// <inheritdoc/>
    public double UnknownWeight => 0;

    /// <inheritdoc/>
    public TransformerAssistant? Teacher => null;

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        _random.Restart(key);
        for (int i = 0; i < questions.Length; i++)
            targets[i] = task.AnswerPrimitive(questions[i], _random);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
