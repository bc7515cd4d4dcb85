using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.Overseers;

namespace Oversight.Training.Targets;

/// <summary>Supervised learning: targets are true answers, or what an erring labeller makes of them.</summary>
/// <param name="errors">How the labeller errs; null for never.</param>
internal sealed class LabelMaker(AnswerErrors? errors) : ITargetMaker, ITruthReader
{
    private Context[] _contexts = [];
    private long _labels;

    /// <inheritdoc/>
    public OversightLedger Spent => new(Labels: _labels);

    /// <inheritdoc/>
    public double UnknownWeight => 1;

    /// <inheritdoc/>
    public TransformerAssistant? Teacher => null;

    /// <inheritdoc/>
    public ITruthReader TruthReader => this;

    /// <inheritdoc/>
    public void Show(ReadOnlySpan<Context> contexts)
    {
        if (_contexts.Length != contexts.Length)
            _contexts = new Context[contexts.Length];
        contexts.CopyTo(_contexts);
    }

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        int perContext = questions.Length / _contexts.Length;
        for (int i = 0; i < questions.Length; i++)
            targets[i] = _contexts[i / perContext].Truth.Answer(questions[i].Words);
        errors?.Apply(questions, targets, key.Child("errors"));
        _labels += questions.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
