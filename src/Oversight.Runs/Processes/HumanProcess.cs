using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Questions;
using Oversight.Tasks;

namespace Oversight.Runs.Processes;

/// <summary>
/// Process 1: collects transcripts of Amplify^H(X) with the real H, one question a context, for H' to learn from. H is asked less as H' predicts
/// fresh transcripts better: 1, 0.1 or 0.01 times the rate, as in the reference.
/// </summary>
internal sealed class HumanProcess : IProcess, IDisposable
{
    private const double GoodLoss = 0.1;
    private const double VeryGoodLoss = 0.01;
    private const int ValidationWindow = 32;
    private const int UsualSmallestBatch = 8;

    // Between rounds a run can be stopped: no number of first transcripts may keep it from that for long.
    private const int MostARoundAtFirst = 4096;
    private readonly HumanOptions _options;
    private readonly double _abstainBelow;
    private readonly ContextSource _contexts;
    private readonly Curriculum _curriculum;
    private readonly AmplifyCrew _crew;
    private readonly HumanModelLearner _learner;
    private readonly RandomKey _key;
    private readonly TranscriptStore _fresh;
    private readonly Question[] _questions;
    private readonly Answer[] _answers;
    private readonly int _stepsPerRound;
    private double _owed;

    public HumanProcess(
        HumanOptions options,
        double abstainBelow,
        int stepsPerRound,
        AlgorithmicTask task,
        AmplifyCrew crew,
        Curriculum curriculum,
        HumanModelLearner learner,
        TranscriptStore transcripts,
        int batch,
        RandomKey key)
    {
        _options = options;
        _abstainBelow = abstainBelow;
        _stepsPerRound = stepsPerRound;
        _contexts = new ContextSource(task, HeldOut: false);
        (_crew, _curriculum, _learner, _key) = (crew, curriculum, learner, key);
        Transcripts = transcripts;
        _fresh = new TranscriptStore(transcripts.Codec);
        _questions = new Question[batch];
        _answers = new Answer[batch];
        _owed = options.Initial;
    }

    /// <summary>Every transcript published so far.</summary>
    public TranscriptStore Transcripts { get; }

    /// <summary>The running mean of the loss of H' on transcripts fresh from H; infinite before the first.</summary>
    public double ValidationLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>What H has been asked so far.</summary>
    public OversightLedger Spent { get; private set; } = new();

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _crew.Flops;

    /// <summary>Whether the first transcripts have been recorded.</summary>
    public bool HasStarted => Spent.HumanQueries >= _options.Initial || IsUsedUp;

    /// <summary>Whether no query is left.</summary>
    private bool IsUsedUp => QueriesLeft <= 0;

    private long QueriesLeft => _options.Queries - Spent.HumanQueries;

    /// <summary>
    /// H is not asked for fewer at a time: few in a batch cost as much time as many. The first transcripts and the last queries may be
    /// fewer.
    /// </summary>
    private long SmallestBatch => HasStarted ? Math.Min(Math.Min(UsualSmallestBatch, _questions.Length), QueriesLeft) : 1;

    /// <summary>Asks H as often as is owed, in batches.</summary>
    /// <param name="round">The round.</param>
    public void Run(int round)
    {
        if (_curriculum.IsBeyondHuman)
            return;
        _owed += HasStarted ? Rate() * _stepsPerRound : 0;
        long before = Spent.HumanQueries;
        for (int part = 0; HasStarted || Spent.HumanQueries - before < MostARoundAtFirst; part++)
        {
            long allowed = Math.Min((long)_owed, QueriesLeft);
            int count = (int)Math.Min(allowed, _questions.Length);
            if (count <= 0 || count < SmallestBatch)
                return;
            AskHuman(count, _key.Child(round).Child(part));
            _owed -= count;
        }
    }

    /// <inheritdoc/>
    public void Publish()
    {
        NoteEnd();
        if (_fresh.Count == 0)
            return;
        double loss = _learner.Validate(_fresh);
        double share = Math.Min(1, _fresh.Count / (double)ValidationWindow);
        ValidationLoss = double.IsFinite(ValidationLoss) ? ValidationLoss + share * (loss - ValidationLoss) : loss;
        Transcripts.MoveFrom(_fresh);
    }

    /// <summary>Where it stands; the transcripts are kept apart.</summary>
    public HumanState Capture() => new(_owed, ValidationLoss, Spent);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(HumanState state)
    {
        (_owed, ValidationLoss, Spent) = (state.Owed, state.ValidationLoss, state.Spent);
        NoteEnd();
    }

    public void Dispose() => _crew.Dispose();

    private void NoteEnd()
    {
        if (IsUsedUp)
            _curriculum.DismissHuman();
    }

    private double Rate() => Math.Max(_options.Least, _options.Rate * (ValidationLoss >= GoodLoss ? 1 : ValidationLoss >= VeryGoodLoss ? 0.1 : 0.01));

    private void AskHuman(int count, RandomKey key)
    {
        _crew.Begin(key);
        // Where the teacher guesses instead of saying idk, H is seen going on: their script looks at the form of replies only.
        bool guess = _crew.Random.Chance(_options.Guesses);
        _crew.Teacher.AbstainBelow = guess ? 0 : _abstainBelow;
        _crew.Teacher.Sampler = guess ? _crew.Random : null;
        _crew.Teacher.Unlike = _options.Unlike;
        for (int i = 0; i < count; i++)
            _questions[i] = _curriculum.DrawHumanQuestion(_contexts.Draw(_curriculum.Difficulty, _crew.Random), _crew.Random);
        PrimitiveFirstAssistant assistant = _crew.Primitives;
        (long read, long answered, long calls) = (assistant.Read, assistant.Forwarded, assistant.Calls);
        _crew.Amplified.Answer(_questions.AsSpan(0, count), _answers.AsSpan(0, count));
        _crew.Teacher.Forget();
        _fresh.Add(_crew.Amplified.Transcripts);
        Spent += new OversightLedger(
            HumanQueries: count,
            HumanDecisions: _crew.CountDecisions(),
            QuestionsAnswered: assistant.Forwarded - answered,
            AssistantCalls: assistant.Calls - calls,
            FactsRead: assistant.Read - read);
    }
}
