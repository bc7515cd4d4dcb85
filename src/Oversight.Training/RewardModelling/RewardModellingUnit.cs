using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Training.Experiments;

namespace Oversight.Training.RewardModelling;

/// <summary>
/// One arm of recursive reward modelling: helpers learn level by level from an H whom the helper below assists, then a reward model learns from the H whom the topmost assists, then a policy is optimised
/// against it, by taking the best of n answers and by policy gradient, while the true reward is watched and never used.
/// </summary>
public sealed class RewardModellingUnit : StudyUnit
{
    private const int Longest = 8;
    private const int Near = 2;
    private const int Far = 5;
    private const int MostAnswers = 128;
    private const int PolicyWidth = 32;
    private const double PolicyRate = 0.005;
    private const float Entropy = 0.01f;
    private readonly RewardArm _arm;
    private readonly RewardOptions _options;
    private readonly RandomKey _key;
    private readonly PathWorld _world;
    private readonly RewardModel[] _helpers;
    private readonly RewardModel _model;
    private readonly Perceptron _network;
    private readonly StepPolicy _policy;

    /// <summary>A unit at step 0.</summary>
    /// <param name="arm">Who tells the policy what is good.</param>
    /// <param name="options">How much work.</param>
    /// <param name="key">The key of its streams.</param>
    public RewardModellingUnit(RewardArm arm, RewardOptions options, RandomKey key)
    {
        (_arm, _options, _key) = (arm, options, key);
        _world = arm.IsNear ? new PathWorld(options.Vertices, Longest, Near, Near) : new PathWorld(options.Vertices, Longest, Far, Longest);
        var reader = new WalkReader(_world.Task, Longest);
        int rows = 2 * options.Batch;
        _helpers = [.. Enumerable.Range(0, arm.Levels).Select(level => new RewardModel(reader, 1 << level, rows, key.Child("helper").Child(level)))];
        _model = new RewardModel(reader, Longest, Math.Max(rows, MostAnswers), key.Child("model"));
        int answers = Math.Max(options.Batch, options.Questions);
        _network = new Perceptron(new PerceptronShape(StepPolicy.Inputs, PolicyWidth, 1, 1), StepPolicy.RowsFor(_world, answers), key.Child("policy"), PolicyRate);
        _policy = new StepPolicy(_world, _network);
    }

    /// <inheritdoc/>
    public override string Name => _arm.Name;

    /// <inheritdoc/>
    public override int TotalSteps => BeforeImitation + _options.ImitationSteps + _options.PolicySteps;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks =>
        [.. _helpers.Select((helper, level) => ($"helper-{level}", helper.Network)), ("model", _model.Network), ("policy", _network)];

    private int BeforeModel => _arm.Levels * _options.HelperSteps;

    private int BeforeImitation => BeforeModel + _options.ModelSteps;

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        RandomKey key = _key.Child("step").Child(step);
        if (step < BeforeModel)
            TrainHelper(step / _options.HelperSteps, key);
        else if (step < BeforeImitation)
            TrainModel(key);
        else if (step < BeforeImitation + _options.ImitationSteps)
            Imitate(key.Stream());
        else
            Optimise(key.Stream());
        if (step + 1 == BeforeImitation)
            EvaluateBestOf();
        int optimised = step + 1 - BeforeImitation - _options.ImitationSteps;
        if (optimised == 0 || optimised == _options.PolicySteps || (optimised >= 16 && System.Numerics.BitOperations.IsPow2(optimised)))
            EvaluatePolicy(optimised);
    }

    /// <summary>H as assisted by the helper below a level.</summary>
    private IComparer HumanAt(int level, RandomKey key)
    {
        RandomStream random = key.Child("human").Stream();
        if (_arm.IsCoin)
            return new CoinHuman(random);
        IHelper? helper = level == 0 ? null : _helpers[level - 1];
        if (helper is not null && _arm.HelperErrors > 0)
            helper = new ErringHelper(helper, _arm.HelperErrors, key.Child("errors").Stream());
        return new LimitedHuman(_world.Task, helper, random);
    }

    /// <summary>Parts of the same length are compared, so that a helper learns what is right and not what is short.</summary>
    private void TrainHelper(int level, RandomKey key)
    {
        RandomStream random = key.Child("parts").Stream();
        var pairs = new (Walk First, Walk Second)[_options.Batch];
        for (int i = 0; i < pairs.Length; i++)
        {
            Facts facts = _world.DrawQuestion(heldOut: false, random).Facts;
            int edges = 1 + random.Next(1 << level);
            pairs[i] = (_world.DrawPart(facts, edges, random), _world.DrawPart(facts, edges, random));
        }

        Learn(_helpers[level], pairs, HumanAt(level, key), _arm.Judgements);
    }

    private void TrainModel(RandomKey key)
    {
        RandomStream random = key.Child("answers").Stream();
        var pairs = new (Walk First, Walk Second)[_options.Batch];
        for (int i = 0; i < pairs.Length; i++)
        {
            PathQuestion question = _world.DrawQuestion(heldOut: false, random);
            pairs[i] = (_world.Propose(question, random), _world.Propose(question, random));
        }

        Learn(_model, pairs, HumanAt(_arm.Levels, key), judgements: false);
    }

    private void Learn(RewardModel model, (Walk First, Walk Second)[] pairs, IComparer human, bool judgements)
    {
        if (_arm.IsOracle)
            return;
        var opinions = new Opinion[pairs.Length];
        human.Compare(pairs, opinions);
        model.Learn(pairs, opinions, judgements);
        Spend(new OversightLedger(HumanQueries: pairs.Length, FactsRead: opinions.Sum(opinion => (long)opinion.FactsRead), Steps: 1));
    }

    private void Imitate(RandomStream random)
    {
        PathQuestion[] questions = Questions(heldOut: false, _options.Batch, random);
        Walk[] answers = [.. questions.Select(question => _world.Propose(question, random))];
        float[] ones = new float[answers.Length];
        Array.Fill(ones, 1);
        _policy.Learn(questions, answers, ones, bonus: 0);
        Spend(new OversightLedger(Steps: 1));
    }

    private void Optimise(RandomStream random)
    {
        PathQuestion[] questions = Questions(heldOut: false, _options.Batch, random);
        Walk[] answers = _policy.Answer(questions, random);
        float[] rewards = Reward(questions, answers);
        float mean = rewards.Average();
        float deviation = MathF.Sqrt(rewards.Average(reward => (reward - mean) * (reward - mean))) + 1e-3f;
        _policy.Learn(questions, answers, rewards.Select(reward => (reward - mean) / deviation).ToArray(), Entropy);
        Spend(new OversightLedger(Steps: 1, RewardQueries: answers.Length));
    }

    /// <summary>What the policy is told.</summary>
    private float[] Reward(PathQuestion[] questions, Walk[] answers)
    {
        float[] rewards = new float[answers.Length];
        if (_arm.IsOracle)
        {
            for (int i = 0; i < answers.Length; i++)
                rewards[i] = (float)_world.Gold(questions[i], answers[i]);
        }
        else
        {
            _model.Score(answers, rewards);
        }

        return rewards;
    }

    private void EvaluateBestOf()
    {
        RandomStream random = _key.Child("best-of").Stream();
        PathQuestion[] questions = Questions(heldOut: true, _options.Questions, random);
        for (int i = 0; i < questions.Length; i++)
            Spend(new OversightLedger(RewardQueries: MostAnswers));
        (Walk Answer, float Reward)[][] ranked = [.. questions.Select(question => Rank(question, random))];
        for (int n = 1; n <= MostAnswers; n *= 2)
        {
            Walk[] best = [.. ranked.Select(answers => answers.Take(n).MaxBy(one => one.Reward).Answer)];
            Record("best of", n, questions, best, ranked);
        }
    }

    private (Walk Answer, float Reward)[] Rank(PathQuestion question, RandomStream random)
    {
        Walk[] answers = [.. Enumerable.Range(0, MostAnswers).Select(_ => _world.Propose(question, random))];
        return [.. answers.Zip(Reward([.. Enumerable.Repeat(question, answers.Length)], answers))];
    }

    private void EvaluatePolicy(int steps)
    {
        RandomStream random = _key.Child("evaluation").Stream();
        PathQuestion[] questions = Questions(heldOut: true, _options.Questions, random);
        (Walk Answer, float Reward)[][] usual = [.. questions.Select(question => Rank(question, random)[..16])];
        Record("policy", steps, questions, _policy.Answer(questions, random), usual);
    }

    /// <summary>The proxy is how likely the reward model finds an answer better than what is usual for its question.</summary>
    private void Record(string way, double x, PathQuestion[] questions, Walk[] answers, (Walk Answer, float Reward)[][] usual)
    {
        float[] rewards = Reward(questions, answers);
        Record($"{Name}/{way} proxy", x, rewards.Select((reward, i) => (double)Losses.Sigmoid(reward - usual[i].Average(one => one.Reward))).Average());
        Record($"{Name}/{way} gold", x, questions.Zip(answers, _world.Gold).Average());
        Record($"{Name}/{way} valid", x, answers.Average(answer => _world.IsValid(answer) ? 1.0 : 0.0));
        Record($"{Name}/{way} optimal", x, questions.Zip(answers, (question, answer) => _world.Gold(question, answer) >= 1 ? 1.0 : 0.0).Average());
    }

    private PathQuestion[] Questions(bool heldOut, int count, RandomStream random) =>
        [.. Enumerable.Range(0, count).Select(_ => _world.DrawQuestion(heldOut, random))];
}
