using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Overseers;

namespace Oversight.Runs.Targets;

/// <summary>
/// X proposes, search goes on proposing until the verifier accepts, and X learns what was accepted: expert iteration (Anthony, Tian, Barber 2017) where the verifier sees the truth, debate where
/// it hears two debaters. What no proposal was accepted for has no target.
/// </summary>
/// <param name="options">How it searches.</param>
/// <param name="crew">X's average, and H for searching by decomposition; disposed with the maker.</param>
/// <param name="verifier">Gives the verdicts.</param>
public sealed class VerifiedMaker(ProposalOptions options, AmplifyCrew crew, IVerifier verifier) : ITargetMaker, IHumanAsker
{
    private readonly bool _decomposes = options.Decomposes;
    private readonly Sheets _sheets = new(crew.Task, options.Sheet);
    private readonly Question[] _asked = new Question[crew.Capacity];
    private readonly Answer[] _answers = new Answer[crew.Capacity];
    private readonly Answer[][] _proposals = [.. Enumerable.Range(0, options.Proposals).Select(_ => new Answer[crew.Capacity])];
    private readonly int[] _judged = new int[crew.Capacity];
    private readonly bool[] _verdicts = new bool[crew.Capacity];
    private readonly bool[] _isProposed = new bool[crew.Capacity];
    private long _allowance = long.MaxValue;
    private long _queries;
    private long _decisions;
    private long _answered;
    private long _calls;

    /// <inheritdoc/>
    public long Allowance { set => _allowance = value; }

    /// <summary>None: a question without a target that was let stand does not count anyway.</summary>
    public int Unasked => 0;

    /// <inheritdoc/>
    public OversightLedger Spent => crew.Answered + verifier.Spent + new OversightLedger(
        HumanQueries: _queries,
        HumanDecisions: _decisions,
        QuestionsAnswered: _answered,
        AssistantCalls: _calls,
        FactsRead: crew.Primitives.Read);

    /// <inheritdoc/>
    public long Flops => crew.Flops;

    /// <inheritdoc/>
    public double UnknownWeight => 0;

    /// <inheritdoc/>
    public TransformerAssistant Teacher => crew.Teacher;

    /// <inheritdoc/>
    public ITruthReader? TruthReader => verifier.TruthReader;

    /// <inheritdoc/>
    public long MostQueries(int questions) => _decomposes ? (long)questions * options.Proposals : 0;

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        crew.Begin(key);
        verifier.Begin(key.Child("verdicts"));
        crew.Teacher.AbstainBelow = 0;
        crew.Teacher.Temperature = options.Temperature;
        targets.Fill(Answer.Unknown);
        _sheets.Begin(questions);
        for (int proposal = 0; proposal < options.Proposals && _allowance > 0 && !_sheets.Open.IsEmpty; proposal++)
        {
            crew.Teacher.Sampler = proposal == 0 ? null : crew.Random;
            Propose(questions, _proposals[proposal]);
            Verify(questions, proposal, targets);
        }

        crew.Teacher.Temperature = 1;
    }

    /// <inheritdoc/>
    public void Dispose() => crew.Dispose();

    /// <summary>Answers the questions of the open sheets once more; where H is asked, as many as they still may be.</summary>
    private void Propose(ReadOnlySpan<Question> questions, Span<Answer> proposals)
    {
        ReadOnlySpan<int> open = _sheets.OpenQuestions;
        if (_decomposes)
            open = open[..(int)Math.Min(open.Length, _allowance)];
        _isProposed.AsSpan().Clear();
        for (int i = 0; i < open.Length; i++)
            _asked[i] = questions[open[i]];
        Ask(_asked.AsSpan(0, open.Length), _answers.AsSpan(0, open.Length));
        for (int i = 0; i < open.Length; i++)
            (proposals[open[i]], _isProposed[open[i]]) = (_answers[i], true);
    }

    private void Ask(ReadOnlySpan<Question> asked, Span<Answer> answers)
    {
        if (!_decomposes)
        {
            crew.Teacher.Answer(asked, answers);
            _answered += asked.Length;
            _calls++;
            return;
        }

        crew.Amplified.Answer(asked, answers);
        _queries += asked.Length;
        _allowance -= asked.Length;
        _decisions += crew.CountDecisions();
    }

    /// <summary>Has the new proposals judged, but for those that were judged before.</summary>
    private void Verify(ReadOnlySpan<Question> questions, int proposal, Span<Answer> targets)
    {
        Answer[] proposals = _proposals[proposal];
        int count = 0;
        foreach (int number in _sheets.Open)
        {
            if (IsProposed(_sheets[number]) && !WasJudged(_sheets[number], proposal))
                _judged[count++] = number;
        }

        verifier.Verify(_sheets, _judged.AsSpan(0, count), questions, proposals, _verdicts);
        for (int i = 0; i < count; i++)
        {
            if (_verdicts[i])
                Accept(_judged[i], proposals, targets);
        }

        _sheets.Tidy();
    }

    private bool IsProposed(ReadOnlySpan<int> sheet)
    {
        foreach (int i in sheet)
        {
            if (!_isProposed[i])
                return false;
        }

        return true;
    }

    private void Accept(int number, Answer[] proposals, Span<Answer> targets)
    {
        foreach (int i in _sheets[number])
            targets[i] = proposals[i];
        _sheets.Close(number);
    }

    private bool WasJudged(ReadOnlySpan<int> sheet, int proposal)
    {
        for (int earlier = 0; earlier < proposal; earlier++)
        {
            bool same = true;
            foreach (int i in sheet)
                same &= _proposals[earlier][i] == _proposals[proposal][i];
            if (same)
                return true;
        }

        return false;
    }
}
