using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.Debate;

/// <summary>
/// Trains debaters by zero-sum self-play on verdicts alone: one network sits in both seats, debates claims that it half believes, and learns of every claim that was contested on
/// the way whether it was upheld. A claim's holder wins what its challenger loses, so one number a claim is both pay-offs. No truth is used, and no fact but the one that the judge
/// looks up. Now and then the debaters are put before the judge on held-out facts.
/// </summary>
public class SelfPlayUnit : StudyUnit
{
    private const int Layers = 2;
    private const double Guess = 0.3;
    private readonly DebateTask _task;
    private readonly RandomKey _key;
    private readonly Perceptron _network;
    private readonly LearnedBelief _belief;
    private readonly DebateArena _arena;

    /// <summary>A unit at step 0.</summary>
    /// <param name="name">Its name, with which its measures begin.</param>
    /// <param name="task">What is debated.</param>
    /// <param name="options">How.</param>
    /// <param name="key">The key of its streams.</param>
    public SelfPlayUnit(string name, DebateTask task, SelfPlayOptions options, RandomKey key)
    {
        Name = name;
        _task = task;
        Options = options;
        _key = key;
        var shape = new PerceptronShape(task.Encoding.Inputs, options.Width, Layers, task.Encoding.Outputs);
        _network = new Perceptron(shape, options.Debates * (task.Depth + 1), key.Child("weights"), options.Rate);
        _belief = new LearnedBelief(_network, task.Encoding);
        _arena = DebateArena.Of(task, options.Pairs, key.Child("arena"));
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int TotalSteps => Options.Steps;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [("debater", _network)];

    /// <summary>How they are trained.</summary>
    protected SelfPlayOptions Options { get; }

    /// <summary>What the debaters know by now.</summary>
    public IBelief Belief => _belief;

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        if (step == 0)
            Evaluate(0);
        RandomKey key = _key.Child("step").Child(step);
        Claim[] roots = DrawRoots(key.Child("claims").Stream());
        DebateRecord[] debates = new DebateMatch(
            _task.Game,
            new BeliefDebater(_task.Game, _belief, key.Child("holder").Stream(), Options.Slips),
            new BeliefDebater(_task.Game, _belief, key.Child("challenger").Stream(), Options.Slips)).Play(roots);
        Learn(debates, key.Child("coin").Stream());
        if (IsEvaluatedAfter(step + 1))
            Evaluate(step + 1);
    }

    /// <summary>At powers of two, and at the end: skill grows with the logarithm of practice.</summary>
    private bool IsEvaluatedAfter(int steps) => steps == TotalSteps || (steps >= 16 && System.Numerics.BitOperations.IsPow2(steps));

    private void Learn(DebateRecord[] debates, RandomStream coin)
    {
        var judge = new CarefulJudge(_task.Game);
        var claims = new List<Claim>();
        var verdicts = new List<bool>();
        long lookUps = 0;
        foreach (DebateRecord debate in debates)
        {
            Ruling ruling = judge.Rule(debate);
            lookUps += ruling.LookUps;
            bool stands = Options.RandomVerdicts ? coin.NextBool() : ruling.Stands;
            claims.Add(debate.Root);
            claims.AddRange(debate.Turns.Select(turn => turn.Split[turn.Choice]));
            verdicts.AddRange(Enumerable.Repeat(stands, debate.Turns.Length + 1));
        }

        _belief.Learn(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(claims), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(verdicts));
        Spend(new OversightLedger(Steps: 1, JudgeLookUps: lookUps));
    }

    /// <summary>Claims of every depth: values as likely as the debaters think them, and now and then any value.</summary>
    private Claim[] DrawRoots(RandomStream random)
    {
        var roots = new Claim[Options.Debates];
        for (int i = 0; i < roots.Length; i++)
        {
            Question question = _task.DrawQuestion(_task.DrawFacts(heldOut: false, random), random);
            Claim[] candidates = [.. _task.Game.ValuesOf(question).Select(value => new Claim(question, value)).Where(claim => _task.Game.DepthOf(claim) > 0)];
            float[] worth = new float[candidates.Length];
            _belief.Weigh(candidates, worth);
            float total = worth.Sum();
            for (int j = 0; j < worth.Length; j++)
                worth[j] /= total;
            roots[i] = random.Chance(Guess) ? candidates[random.Next(candidates.Length)] : candidates[Losses.Draw(worth, random.NextDouble())];
        }

        return roots;
    }

    /// <summary>Takes down how good the debaters are.</summary>
    /// <param name="steps">Steps taken.</param>
    protected virtual void Evaluate(int steps)
    {
        var expert = new ExactBelief(_task.Game);
        DebateScore debate = _arena.Debate(_belief, _belief);
        DebateScore againstExpert = _arena.Debate(_belief, expert);
        DebateScore consultancy = _arena.Consultancy(_belief);
        Record($"{Name}/debate", steps, Both(debate.Accuracy));
        Record($"{Name}/same after swap", steps, One(debate.Consistency));
        Record($"{Name}/honest against expert liar", steps, Both(againstExpert.Accuracy));
        Record($"{Name}/(1-e)^depth", steps, againstExpert.Line);
        Record($"{Name}/e", steps, againstExpert.ErrorRate);
        Record($"{Name}/consultancy", steps, Both(consultancy.Accuracy));
        Record($"{Name}/liar alone believed", steps, One(1 - consultancy.HonestChallenger));
        Record($"{Name}/random leaf", steps, Both(_arena.RandomLeaf(_belief).Accuracy));
        Record($"{Name}/judge alone", steps, One(_arena.JudgeAlone()));
        Record($"{Name}/naive", steps, One(_arena.Naive()));
        Record($"{Name}/oracle", steps, 1);
    }

    /// <summary>A share over both seatings of each pair of answers; the pair is what counts as evidence.</summary>
    private ShareEvidence Both(double share) => ShareEvidence.OfUnits(share, _arena.Pairs.Length, 2 * _arena.Pairs.Length);

    private ShareEvidence One(double share) => ShareEvidence.OfUnits(share, _arena.Pairs.Length);
}
