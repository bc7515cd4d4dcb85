using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Protocols.Debate;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;

namespace Oversight.Methods.Debate;

/// <summary>
/// Verdicts by debate: X is proposer and opponent, and what stands before the judge is accepted. Reads facts, as debaters do, and one a debate as the judge does; no true answer.
/// </summary>
internal sealed class DebateVerifier : IVerifier
{
    private readonly AnswerErrors? _errors;
    private readonly AssistantBelief _opinion;
    private readonly LookAheadBelief[] _thoughts;
    private readonly AnswerDebate _debate;
    private readonly RandomStream _proposing = RandomKey.FromSeed(0).Stream();
    private readonly RandomStream _opposing = RandomKey.FromSeed(0).Stream();
    private readonly RandomStream _judging = RandomKey.FromSeed(0).Stream();
    private long _lookUps;

    /// <summary>Seats the players.</summary>
    /// <param name="dispute">How answers are disputed.</param>
    /// <param name="options">How well, and before whom.</param>
    /// <param name="answers">How answers are numbered.</param>
    /// <param name="teacher">X's average, whose opinion both sides play by.</param>
    /// <param name="errors">How often a ruling is the wrong one; null for never.</param>
    public DebateVerifier(IDispute dispute, DebateOptions options, AnswerCodec answers, TransformerAssistant teacher, AnswerErrors? errors)
    {
        _errors = errors;
        _opinion = new AssistantBelief(dispute, answers, teacher);
        _thoughts = new LookAheadBelief[options.Ahead];
        for (int i = 0; i < options.Ahead; i++)
            _thoughts[i] = new LookAheadBelief(dispute.Game, i == 0 ? _opinion : _thoughts[i - 1]);
        IBelief belief = options.Ahead == 0 ? _opinion : _thoughts[^1];
        _debate = new AnswerDebate(
            dispute,
            new BeliefDisputant(dispute, belief, _proposing),
            new BeliefDisputant(dispute, belief, _opposing, options.Slips),
            options.Judge == JudgeKind.Coin ? new CoinJudge(_judging) : new CarefulJudge(dispute.Game));
    }

    /// <inheritdoc/>
    public OversightLedger Spent => _opinion.Spent + new OversightLedger(JudgeLookUps: _lookUps);

    /// <inheritdoc/>
    public void Begin(RandomKey key)
    {
        _opinion.Forget();
        foreach (LookAheadBelief thought in _thoughts)
            thought.Forget();
        _proposing.Restart(key.Child("proposer"));
        _opposing.Restart(key.Child("opponent"));
        _judging.Restart(key.Child("judge"));
    }

    /// <inheritdoc/>
    public void Verify(Sheets sheets, ReadOnlySpan<int> numbers, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals, Span<bool> verdicts)
    {
        var asked = new List<Question>();
        var answers = new List<Answer>();
        foreach (int number in numbers)
        {
            foreach (int i in sheets[number])
            {
                asked.Add(questions[i]);
                answers.Add(proposals[i]);
            }
        }

        Ruling[] rulings = _debate.Play([.. asked], [.. answers]);
        int at = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            verdicts[i] = true;
            for (int end = at + sheets[numbers[i]].Length; at < end; at++)
                verdicts[i] &= Stands(asked[at], rulings[at]);
        }
    }

    /// <summary>The ruling, or its opposite where the judge errs.</summary>
    private bool Stands(Question question, Ruling ruling)
    {
        _lookUps += ruling.LookUps;
        bool errs = ruling.Reason != RulingReason.NoAnswer && _errors is not null && _errors.Strikes(question, _judging, out _);
        return ruling.Stands != errs;
    }
}
