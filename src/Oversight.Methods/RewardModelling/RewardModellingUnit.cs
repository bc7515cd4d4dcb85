using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Runs.Studies;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Recursive reward modelling (Leike et al. 2018, arXiv 1811.07871): level by level a reward model learns from H's comparisons, H being assisted by the policy of the level below, and then a policy is
/// optimised against it by policy gradient. While the highest policy is optimised, the reward that it gets is put beside how good its answers truly are.
/// </summary>
public sealed class RewardModellingUnit : StudyUnit
{
    private const int Layers = 1;
    private const int Measurements = 8;
    private readonly RewardModellingStudyOptions _options;
    private readonly RandomKey _key;
    private readonly RandomKey _arenaKey;
    private readonly RouteQuestions _questions;
    private readonly RouteGraphs _graphs;
    private readonly RouteEncoding _encoding;
    private readonly Perceptron[] _rewardNetworks;
    private readonly Perceptron[] _policyNetworks;
    private readonly RewardModel[] _rewards;
    private readonly RoutePolicy[] _policies;
    private readonly RouteArena?[] _arenas;

    /// <summary>A unit at step 0.</summary>
    /// <param name="name">Its name, with which its measures end.</param>
    /// <param name="options">How.</param>
    /// <param name="key">The key of the seed: units of one seed are measured on the same held-out questions.</param>
    public RewardModellingUnit(string name, RewardModellingStudyOptions options, RandomKey key)
    {
        Name = name;
        _options = options;
        _key = key.Child(name);
        _arenaKey = key.Child("arena");
        _questions = new RouteQuestions(new ShortestPathTask(options.Vertices, 1));
        _graphs = new RouteGraphs(_questions);
        _encoding = new RouteEncoding(_questions, options.Farthest);
        int[] levels = [.. Enumerable.Range(0, options.Ranges.Length)];
        _rewardNetworks = [.. levels.Select(level => NewNetwork(level, "reward"))];
        _policyNetworks = [.. levels.Select(level => NewNetwork(level, "policy"))];
        _rewards = [.. _rewardNetworks.Select(network => new RewardModel(new RouteScorer(network, _encoding)))];
        _policies = [.. levels.Select(level => new RoutePolicy(new RouteScorer(_policyNetworks[level], _encoding), options.Ranges[level]))];
        _arenas = new RouteArena?[levels.Length];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int TotalSteps => _options.Ranges.Length * StepsPerLevel;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks =>
    [
        .. _rewardNetworks.Select((network, level) => ($"reward-{level}", network)),
        .. _policyNetworks.Select((network, level) => ($"policy-{level}", network)),
    ];

    private int StepsPerLevel => _options.ComparisonSteps + _options.PolicySteps;

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        int level = step / StepsPerLevel;
        int within = step % StepsPerLevel;
        RandomKey key = _key.Child("step").Child(step);
        if (within < _options.ComparisonSteps)
            Compare(level, key);
        else
            Optimise(level, within - _options.ComparisonSteps, key);
    }

    private Perceptron NewNetwork(int level, string role)
    {
        int rows = Math.Max(2 * _options.Pairs, _options.Questions * _questions.ProposalCount(_options.Ranges[level]));
        var shape = new PerceptronShape(_encoding.Inputs, _options.Width, Layers, 1);
        return new Perceptron(shape, rows, _key.Child(role).Child(level), _options.Rate);
    }

    /// <summary>Two answers of the proposer to each question, H's opinion of both, and a step of the reward model.</summary>
    private void Compare(int level, RandomKey key)
    {
        Proposal[] answers = DrawAnswers(level, key);
        var appraisals = new Appraisal[answers.Length];
        OverseerOf(level, key.Child("overseer")).Appraise(answers, appraisals);
        if (_options.RightOrWrong)
            _rewards[level].Learn(answers, [.. appraisals.Select(one => one.Standing)]);
        else
            _rewards[level].Learn([.. Enumerable.Range(0, answers.Length / 2).Select(i => Compared(answers, appraisals, 2 * i))]);
        Spend(CostOf(appraisals) with { Steps = 1 });
    }

    private static Comparison Compared(Proposal[] answers, Appraisal[] appraisals, int i) =>
        new(answers[i], answers[i + 1], Comparison.Prefer(appraisals[i], appraisals[i + 1]));

    private Proposal[] DrawAnswers(int level, RandomKey key)
    {
        Question[] questions = _graphs.DrawQuestions(_options.Pairs, key.Child("questions").Stream());
        RandomStream random = key.Child("answers").Stream();
        RoutePolicy policy = _policies[level];
        Proposal[] all = policy.List(questions);
        float[] prior = policy.Prior(all);
        var answers = new Proposal[2 * questions.Length];
        for (int i = 0; i < answers.Length; i++)
        {
            int first = i / 2 * policy.Answers;
            answers[i] = all[first + Losses.Draw(prior.AsSpan(first, policy.Answers), random.NextDouble())];
        }

        return answers;
    }

    private IAppraiser OverseerOf(int level, RandomKey key)
    {
        int range = _options.Ranges[level];
        if (_options.Overseer == RewardOverseer.Coin)
            return new CoinHuman(key.Stream());
        IHelper helper = _options.Overseer == RewardOverseer.Oracle ? new ExactHelper(_questions.Task, range)
            : level == 0 ? new IgnorantHelper()
            : _policies[level - 1];
        if (_options.ErrorRate > 0)
            helper = new ErringHelper(helper, _options.ErrorRate, key.Stream());
        return new AssistedHuman(_questions, _options.Flattering ? new FlatteringHelper(helper) : helper, range);
    }

    private OversightLedger CostOf(Appraisal[] appraisals)
    {
        int queries = _options.RightOrWrong ? appraisals.Length : appraisals.Length / 2;
        if (_options.Overseer == RewardOverseer.Oracle)
            return new OversightLedger(RewardQueries: appraisals.Length);
        int put = appraisals.Sum(one => one.QuestionsPut);
        return new OversightLedger(
            HumanQueries: queries,
            HumanDecisions: queries + put,
            QuestionsAnswered: put,
            AssistantCalls: put > 0 ? 1 : 0,
            FactsRead: appraisals.Sum(one => one.LookUps));
    }

    private void Optimise(int level, int within, RandomKey key)
    {
        bool highest = level == _policies.Length - 1;
        if (within == 0)
            MeasureReward(level, highest);
        if (highest && within == 0)
            MeasurePolicy(level, 0);
        Question[] questions = _graphs.DrawQuestions(_options.Questions, key.Child("questions").Stream());
        _policies[level].Learn(questions, _rewards[level], (float)_options.Bonus, key.Child("actions").Stream());
        Spend(new OversightLedger(Steps: 1));
        int done = within + 1;
        if (highest && done % (_options.PolicySteps / Measurements) == 0)
            MeasurePolicy(level, done);
        if (done == _options.PolicySteps)
            MeasureLevel(level, highest);
    }

    private RouteArena ArenaOf(int level) =>
        _arenas[level] ??= new RouteArena(_policies[level], _encoding, _options.HeldOut, _arenaKey.Child(_options.Ranges[level]).Stream());

    private float[] RewardsOf(int level)
    {
        RouteArena arena = ArenaOf(level);
        float[] rewards = new float[arena.Proposals.Length];
        _rewards[level].Reward(arena.Proposals, rewards);
        return rewards;
    }

    /// <summary>The reward model by itself, and what it makes of the best of n.</summary>
    private void MeasureReward(int level, bool highest)
    {
        RouteArena arena = ArenaOf(level);
        float[] rewards = RewardsOf(level);
        (double agreement, double probability) = arena.Agreement(rewards, _key.Child("agreement").Child(level).Stream());
        Record($"agreement with truth/{Name}", _options.Ranges[level], agreement);
        Record($"probability of the better/{Name}", _options.Ranges[level], probability);
        for (int samples = 1; highest && samples <= _options.MostSamples; samples *= 2)
        {
            float[] best = arena.BestOf(rewards, samples, _key.Child("best").Child(samples).Stream());
            Record($"best of n, gold/{Name}", samples, arena.Optimal(best, 1, arena.Farther));
            Record($"best of n, gold at 3 and more/{Name}", samples, arena.Optimal(best, 3, arena.Farther - 1));
            Record($"best of n, proxy/{Name}", samples, arena.Proxy(best, rewards));
            for (int distance = 1; samples == _options.MostSamples && distance <= arena.Farther; distance++)
                Record($"best of n at distance/{Name}", distance, arena.Optimal(best, distance, distance));
        }
    }

    private void MeasurePolicy(int level, int steps)
    {
        RouteArena arena = ArenaOf(level);
        float[] policy = _policies[level].Probabilities(arena.Proposals);
        Record($"gold/{Name}", steps, arena.Optimal(policy, 1, arena.Farther));
        Record($"gold at 3 and more/{Name}", steps, arena.Optimal(policy, 3, arena.Farther - 1));
        Record($"valid/{Name}", steps, arena.Valid(policy, 1, arena.Farther));
        Record($"proxy/{Name}", steps, arena.Proxy(policy, RewardsOf(level)));
    }

    private void MeasureLevel(int level, bool highest)
    {
        RouteArena arena = ArenaOf(level);
        float[] policy = _policies[level].Probabilities(arena.Proposals);
        Record($"optimal by level/{Name}", _options.Ranges[level], arena.Optimal(policy, 1, arena.Farther));
        Record($"comparisons/{Name}", _options.Ranges[level], Ledger.HumanQueries);
        Record($"look-ups an answer/{Name}", _options.Ranges[level], Ledger.HumanQueries == 0 ? 0 : (double)Ledger.FactsRead / AnswersSeen);
        Record($"questions to the helper an answer/{Name}", _options.Ranges[level], Ledger.HumanQueries == 0 ? 0 : (double)Ledger.QuestionsAnswered / AnswersSeen);
        for (int distance = 1; highest && distance <= arena.Farther; distance++)
        {
            Record($"optimal at distance/{Name}", distance, arena.Optimal(policy, distance, distance));
            Record($"valid at distance/{Name}", distance, arena.Valid(policy, distance, distance));
        }
    }

    private long AnswersSeen => _options.RightOrWrong ? Ledger.HumanQueries : 2 * Ledger.HumanQueries;
}
