using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Overseers;
using Oversight.Tasks;

namespace Oversight.Runs.Targets;

/// <summary>Supervised learning: targets are true answers, or what an erring labeller makes of them.</summary>
/// <param name="errors">How the labeller errs; null for never.</param>
/// <param name="teacher">
/// X's average, where a curriculum waits for it to agree with the labels; null where nobody asks. Disposed with the maker.
/// </param>
public sealed class LabelMaker(AnswerErrors? errors, TransformerAssistant? teacher = null) : ITargetMaker, ITruthReader
{
    private Context[] _contexts = [];
    private long _labels;

    /// <inheritdoc/>
    public OversightLedger Spent => new(Labels: _labels);

    /// <inheritdoc/>
    public long Flops => teacher?.Flops ?? 0;

    /// <inheritdoc/>
    public double UnknownWeight => 1;

    /// <inheritdoc/>
    public TransformerAssistant? Teacher => teacher;

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
        teacher?.Forget();
    }

    /// <inheritdoc/>
    public void Dispose() => teacher?.Dispose();
}
