using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Overseers;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.WeakToStrong;

/// <summary>
/// Targets of weak-to-strong generalisation: what the frozen weak supervisor answers. With the auxiliary confidence loss (Burns et al. 2023, section 4.3) a share of them is X's own
/// hardened answers: drawn question by question, which gives the loss (1 - alpha) CE(weak) + alpha CE(own) in the mean.
/// </summary>
internal sealed class WeakToStrongTargets : ITargetMaker
{
    private readonly WeakToStrongOptions _options;
    private readonly TransformerAssistant _supervisor;
    private readonly AnswerErrors? _errors;
    private readonly Func<int> _stepsOfStudent;
    private readonly RandomStream _random = RandomKey.FromSeed(0).Stream();
    private readonly Answer[] _own;
    private long _answered;
    private long _calls;

    /// <summary>A maker.</summary>
    /// <param name="parts">The run's parts.</param>
    /// <param name="supervisor">Whose answers are learned.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public WeakToStrongTargets(MethodParts parts, WeakSupervisor supervisor, int contexts)
    {
        int questions = parts.Options.Batch.Questions;
        (_options, _errors, _stepsOfStudent) = (parts.Options.Get<WeakToStrongOptions>(), parts.Errors, parts.StepsOfStudent);
        _supervisor = new TransformerAssistant(supervisor.Network, supervisor.Weights, contexts, questions);
        Teacher = new TransformerAssistant(parts.Network, parts.Teacher, contexts, questions);
        _own = new Answer[contexts * questions];
    }

    /// <inheritdoc/>
    public OversightLedger Spent => new(QuestionsAnswered: _answered, AssistantCalls: _calls);

    /// <inheritdoc/>
    public long Flops => _supervisor.Flops + Teacher.Flops;

    /// <inheritdoc/>
    public double UnknownWeight => 0;

    /// <inheritdoc/>
    public TransformerAssistant Teacher { get; }

    /// <summary>How sure of itself X is held to be by now: alpha, which rises once pretraining is over.</summary>
    private double Confidence
    {
        get
        {
            int steps = _stepsOfStudent() - _options.Pretraining;
            return steps >= _options.Ramp ? _options.Confidence : _options.Confidence * steps / _options.Ramp;
        }
    }

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        _supervisor.Forget();
        _supervisor.Answer(questions, targets);
        _errors?.Apply(questions, targets, key.Child("errors"));
        Teacher.Forget();
        if (Confidence is > 0 and var share)
            MixIn(questions, targets, share, key.Child("confidence"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _supervisor.Dispose();
        Teacher.Dispose();
    }

    private void MixIn(ReadOnlySpan<Question> questions, Span<Answer> targets, double share, RandomKey key)
    {
        _random.Restart(key);
        Teacher.AbstainBelow = 0;
        Teacher.Answer(questions, _own.AsSpan(0, questions.Length));
        (_answered, _calls) = (_answered + questions.Length, _calls + 1);
        for (int i = 0; i < targets.Length; i++)
            targets[i] = _random.Chance(share) ? _own[i] : targets[i];
    }
}
