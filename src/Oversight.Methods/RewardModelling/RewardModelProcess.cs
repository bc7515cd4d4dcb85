using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Protocols.RewardModelling;
using Oversight.Runs.Overseers;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Trains a reward model: of X's proposals for fresh questions, the two best under the model as it stands are shown to H, who compares them with X's help one level below, and the model
/// learns from what they prefer. So H is asked about what X is about to learn.
/// </summary>
internal sealed class RewardModelProcess : ISideProcess
{
    private const double Memory = 0.98;
    private readonly RewardModellingOptions _options;
    private readonly ContextSource _contexts;
    private readonly Curriculum _curriculum;
    private readonly AmplifyCrew _crew;
    private readonly AnswerCodec _answers;
    private readonly AnswerRewardModel _model;
    private readonly IAnswerComparer _comparer;
    private readonly RandomKey _key;
    private readonly int _humanQueries;
    private readonly Question[] _questions;
    private readonly float[] _probabilities;
    private readonly Answer[] _firsts;
    private readonly Answer[] _seconds;
    private readonly Preference[] _preferences;
    private OversightLedger _spentBefore = new();

    /// <summary>A process at its start.</summary>
    /// <param name="parts">The run's parts.</param>
    /// <param name="curriculum">What is asked.</param>
    /// <param name="pool">Runs the shards.</param>
    public RewardModelProcess(MethodParts parts, Curriculum curriculum, WorkerPool pool)
    {
        (_options, _curriculum, _key) = (parts.Options.Get<RewardModellingOptions>(), curriculum, parts.Key.Child("compare"));
        _humanQueries = parts.Options.Human.Queries;
        _contexts = new ContextSource(parts.Task, HeldOut: false);
        _crew = new AmplifyCrew(parts.Network, parts.Teacher, _ => parts.Script, parts.Options.Batch.Contexts, _options.Questions);
        _comparer = NewComparer(parts);
        _answers = parts.Network.Answers;
        _model = new AnswerRewardModel(parts.Network, parts.Options.Learner, _options.Questions, parts.Key.Child("reward model"), pool);
        Published = new ParameterVector(parts.Network.Layout);
        Published.CopyFrom(_model.Weights);
        _questions = new Question[_crew.Capacity];
        _probabilities = new float[_crew.Capacity * _answers.Count];
        (_firsts, _seconds) = (new Answer[_crew.Capacity], new Answer[_crew.Capacity]);
        _preferences = new Preference[_crew.Capacity];
    }

    /// <summary>The reward model's average as of the last barrier.</summary>
    public ParameterVector Published { get; }

    /// <summary>Every vector that the model needs to go on.</summary>
    public IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors => _model.Vectors;

    /// <summary>The running mean of the loss, in nats a pair that was told apart; not a number before the first.</summary>
    public double Loss { get; private set; } = double.NaN;

    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    public string? Divergence { get; private set; }

    /// <summary>What comparisons have cost so far.</summary>
    public OversightLedger Spent => _spentBefore + _comparer.Spent + _crew.Answered;

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _crew.Flops + _model.Flops;

    private long QueriesLeft => _humanQueries - Spent.HumanQueries;

    /// <inheritdoc/>
    public void Run(int round)
    {
        // From then on X learns under the model as it stands.
        if (QueriesLeft <= 0)
            return;
        _crew.Begin(_key.Child(round));
        for (int i = 0; i < _questions.Length; i += _options.Questions)
            DrawQuestions(_questions.AsSpan(i, _options.Questions));
        Propose();
        Compare();
        (double loss, double norm) = _model.Learn(_questions, _firsts, _seconds, _preferences);
        Divergence = double.IsFinite(norm) ? null : "the gradient of the reward model is not a number";
        if (double.IsFinite(loss))
            Loss = double.IsNaN(Loss) ? loss : Memory * Loss + (1 - Memory) * loss;
    }

    /// <inheritdoc/>
    public void Publish() => Published.CopyFrom(_model.Weights);

    /// <summary>Where it stands; the vectors are kept apart.</summary>
    public SideState Capture() => new(_model.Steps, Loss, Spent);

    /// <summary>Goes back to where it stood; the vectors have been filled already, and the process must be new.</summary>
    /// <param name="state">Where it stood.</param>
    public void Restore(SideState state)
    {
        (_model.Steps, Loss, _spentBefore) = (state.Steps, state.Loss, state.Spent);
        Publish();
    }

    public void Dispose()
    {
        _crew.Dispose();
        _model.Dispose();
        Published.Dispose();
    }

    private void DrawQuestions(Span<Question> questions)
    {
        Context context = _contexts.Draw(_curriculum.Difficulty, _crew.Random);
        for (int i = 0; i < questions.Length; i++)
            questions[i] = _curriculum.DrawQuestion(context, _crew.Random);
    }

    /// <summary>The two best of X's proposals under the model as it stands: what X would learn, and what it would learn next.</summary>
    private void Propose()
    {
        _crew.Teacher.Weigh(_questions, _probabilities);
        ReadOnlySpan<float> rewards = _model.Weigh(_questions);
        for (int i = 0; i < _questions.Length; i++)
        {
            Range row = (i * _answers.Count)..((i + 1) * _answers.Count);
            (int best, int next) = _options.BestOf(_probabilities.AsSpan(row), rewards[row], _crew.Random);
            (_firsts[i], _seconds[i]) = (_answers[best], _answers[next]);
        }
    }

    /// <summary>Has H compare what can be told apart at all, as long as they may be asked.</summary>
    private void Compare()
    {
        int most = (int)Math.Min(QueriesLeft, _questions.Length);
        int[] shown = [.. Enumerable.Range(0, _questions.Length).Where(i => _firsts[i] != _seconds[i]).Take(most)];
        var preferences = new Preference[shown.Length];
        _crew.Teacher.AbstainBelow = _options.AbstainBelow;
        _comparer.Compare(Pick(_questions, shown), Pick(_firsts, shown), Pick(_seconds, shown), preferences);
        _preferences.AsSpan().Clear();
        for (int i = 0; i < shown.Length; i++)
            _preferences[shown[i]] = preferences[i];
    }

    private static T[] Pick<T>(T[] items, int[] chosen) => [.. chosen.Select(i => items[i])];

    private IAnswerComparer NewComparer(MethodParts parts)
    {
        IAssistant? helper = _options.Help == ComparisonHelp.Nobody ? null : _crew.Primitives;
        var transcripts = new TranscriptBatch(_crew.Capacity, parts.Task.InteractionLength);
        IAnswerComparer comparer = _options.Comparer == ComparerKind.Coin
            ? new CoinComparer(_crew.Random)
            : new ScriptedComparer(parts.Task, parts.Script, helper, _crew.Random, transcripts);
        return parts.Errors is { } errors ? new ErringComparer(comparer, errors, _crew.Random) : comparer;
    }
}
