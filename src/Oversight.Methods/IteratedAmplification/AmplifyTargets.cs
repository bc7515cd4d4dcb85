using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;

namespace Oversight.Methods.IteratedAmplification;

/// <summary>Targets by amplification: H' or H answers with the teacher's help.</summary>
/// <param name="options">How.</param>
/// <param name="crew">Overseer and teacher; disposed with the maker.</param>
/// <param name="isHuman">Whether the overseer is the real H, whose work is counted.</param>
internal sealed class AmplifyTargets(AmplifyOptions options, AmplifyCrew crew, bool isHuman) : ITargetMaker, IHumanAsker
{
    private readonly bool _own = options.Targets == TargetSource.Own;
    private long _allowance = long.MaxValue;
    private long _queries;
    private long _decisions;

    /// <inheritdoc/>
    public long Allowance { set => _allowance = value; }

    /// <inheritdoc/>
    public int Unasked { get; private set; }

    /// <inheritdoc/>
    public OversightLedger Spent => isHuman
        ? crew.Answered + new OversightLedger(HumanQueries: _queries, HumanDecisions: _decisions, FactsRead: crew.Primitives.Read)
        : crew.Answered;

    /// <inheritdoc/>
    public long Flops => crew.Flops;

    /// <inheritdoc/>
    public double UnknownWeight => options.UnknownWeight;

    /// <inheritdoc/>
    public double NothingWeight(int round) => options.NothingWeightAt(round);

    /// <inheritdoc/>
    public TransformerAssistant Teacher => crew.Teacher;

    /// <inheritdoc/>
    public long MostQueries(int questions) => isHuman && !_own ? questions : 0;

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        crew.Begin(key);
        crew.Teacher.AbstainBelow = options.AbstainBelow;
        crew.Teacher.Sampler = options.Sample ? crew.Random : null;
        if (_own)
        {
            crew.Teacher.Answer(questions, targets);
            return;
        }

        int asked = isHuman ? (int)Math.Min(questions.Length, _allowance) : questions.Length;
        Unasked = questions.Length - asked;
        targets[asked..].Fill(Answer.Unknown);
        if (asked == 0)
            return;
        crew.Amplified.Answer(questions[..asked], targets[..asked]);
        _queries += asked;
        _decisions += crew.CountDecisions();
    }

    /// <inheritdoc/>
    public void Dispose() => crew.Dispose();
}
