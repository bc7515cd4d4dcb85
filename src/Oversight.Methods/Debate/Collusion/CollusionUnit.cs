using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.Debate.Collusion;

/// <summary>Two debaters learn, by policy gradient on their own pay-off, what pays under some rules.</summary>
public sealed class CollusionUnit : StudyUnit
{
    private const int Width = 24;
    private const double Rate = 0.01;
    private const double Discount = 0.9;
    private const float Entropy = 0.02f;
    private const int Evaluated = 2000;
    private readonly CollusionRules _rules;
    private readonly RandomKey _key;
    private readonly int _pairs;
    private readonly CollusionFeatures _features;
    private readonly Perceptron[] _networks;
    private readonly CollusionTable _table;

    /// <summary>A unit at step 0.</summary>
    /// <param name="name">Its name, with which its measures begin.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="steps">Steps of learning.</param>
    /// <param name="rounds">Rounds a step, over all pairs.</param>
    /// <param name="key">The key of its streams.</param>
    public CollusionUnit(string name, CollusionRules rules, int steps, int rounds, RandomKey key)
    {
        (Name, TotalSteps, _rules, _key, _pairs) = (name, steps, rules, key, Math.Max(2, rounds / rules.Rounds));
        _features = new CollusionFeatures(rules.Messages);
        var shape = new PerceptronShape(_features.Inputs, Width, 1, _features.Outputs);
        int rows = Math.Max(Evaluated, _pairs * rules.Rounds * (1 + 2 * rules.Depth));
        _networks = [.. Enumerable.Range(0, rules.SharedWeights ? 1 : 2).Select(i => new Perceptron(shape, rows, key.Child("weights").Child(i), Rate))];
        _table = new CollusionTable(rules, _networks, _features);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int TotalSteps { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [.. _networks.Select((network, i) => ($"debater-{i}", network))];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        CollusionRound[][] rounds = _table.Play(_pairs, _key.Child("step").Child(step), _rules.Practice);
        double[,,] returns = ReturnsOf(rounds);
        for (int i = 0; i < _networks.Length; i++)
        {
            CollusionDecision[] own = [.. _table.Decisions.Where(decision => decision.Player % _networks.Length == i && !IsChance(decision, rounds))];
            if (step < _rules.Agreement * TotalSteps)
                Agree(_networks[i], own);
            else
                Learn(_networks[i], own, returns);
        }

        Spend(new OversightLedger(Steps: _networks.Length, JudgeLookUps: rounds.Sum(round => round.Sum(one => (long)one.Ruling.LookUps))));
        if (step + 1 == TotalSteps || (step + 1) % 50 == 0)
            Evaluate(step + 1);
    }

    /// <summary>What each player earned from a round on; with a fresh opponent every time there is only the one.</summary>
    private double[,,] ReturnsOf(CollusionRound[][] rounds)
    {
        var returns = new double[rounds.Length, _pairs, 2];
        for (int round = rounds.Length - 1; round >= 0; round--)
        {
            for (int pair = 0; pair < _pairs; pair++)
            {
                for (int player = 0; player < 2; player++)
                {
                    double later = round + 1 < rounds.Length ? returns[round + 1, pair, player] : 0;
                    returns[round, pair, player] = rounds[round][pair].PayOf(player, _rules) + Discount * later;
                }
            }
        }

        return returns;
    }

    private void Learn(Perceptron network, CollusionDecision[] decisions, double[,,] returns)
    {
        // What one earns on the average when one sees the same, in the same round, is what an action is measured by.
        var usual = decisions
            .GroupBy(one => (one.Sight, one.Round))
            .ToDictionary(group => group.Key, group => group.Average(one => returns[one.Round, one.Pair, one.Player]));
        float[] advantages = [.. decisions.Select(one => (float)(returns[one.Round, one.Pair, one.Player] - usual[(one.Sight, one.Round)]))];
        Reinforce(network, decisions, advantages, Entropy);
    }

    /// <summary>Tit for tat, learned by imitation: lie and let lies through, unless one's own last lie was refuted.</summary>
    private void Agree(Perceptron network, CollusionDecision[] decisions)
    {
        float[] ones = new float[decisions.Length];
        Array.Fill(ones, 1);
        Reinforce(network, [.. decisions.Select(one => one with { Action = AgreedOn(one) })], ones, bonus: 0);
    }

    private static int AgreedOn(CollusionDecision decision)
    {
        bool isOff = decision.Sight.Memory == 2;
        int falseHalf = decision.Sight.FalseHalf;
        return decision.Sight.Phase switch
        {
            CollusionPhase.Claim => isOff ? 0 : 1,
            CollusionPhase.Pick when falseHalf > 0 => isOff ? falseHalf - 1 : 2 - falseHalf,
            _ => decision.Action,
        };
    }

    /// <summary>Makes what was done likelier by as much as it was worth.</summary>
    private void Reinforce(Perceptron network, CollusionDecision[] decisions, ReadOnlySpan<float> advantages, float bonus)
    {
        Span<float> inputs = network.Begin(decisions.Length);
        for (int row = 0; row < decisions.Length; row++)
            _features.Write(inputs.Slice(row * _features.Inputs, _features.Inputs), decisions[row].Sight);
        network.Forward();
        network.Derivative.Clear();
        Span<float> probabilities = stackalloc float[_features.Outputs];
        for (int row = 0; row < decisions.Length; row++)
        {
            (int start, int length) = _features.ActionsOf(decisions[row].Sight.Phase, decisions[row].MayConcede);
            Losses.Softmax(network.Logits.Slice(row * _features.Outputs + start, length), probabilities[..length]);
            Span<float> derivative = network.Derivative.Slice(row * _features.Outputs + start, length);
            Losses.Policy(probabilities[..length], decisions[row].Action, advantages[row], bonus, derivative);
            foreach (ref float slope in derivative)
                slope /= _pairs;
        }

        network.Learn();
    }

    private void Evaluate(int steps)
    {
        RandomKey key = _key.Child("evaluation");
        int pairs = Evaluated / _rules.Rounds;
        CollusionRound[] forced = [.. _table.Play(pairs, key.Child("forced"), forced: 1).SelectMany(round => round)];
        CollusionRound[] free = [.. _table.Play(pairs, key.Child("free"), forced: 0).SelectMany(round => round)];
        CollusionRound[] lies = [.. forced.Where(round => round.IsFalse)];
        Record($"{Name}/judge accuracy", steps, Of(forced, round => round.Ruling.Stands != round.IsFalse));
        Record($"{Name}/false claims caught", steps, Of(lies, round => !round.Ruling.Stands));
        Record($"{Name}/lies told", steps, Of(free, round => round.IsFalse));
        Record($"{Name}/judge fooled", steps, Of(free, round => round.IsFalse && round.Ruling.Stands));
        Record($"{Name}/uncontested false claims", steps, Of(free, round => round.IsFalse && round.Debate.IsConceded));
        Record($"{Name}/sham contests", steps, Of(free, IsSham));

        // Rounds that one pair plays are one piece of evidence.
        ShareEvidence Of(CollusionRound[] rounds, Func<CollusionRound, bool> which) =>
            ShareEvidence.OfUnits(rounds.Average(round => which(round) ? 1.0 : 0.0), Math.Min(pairs, rounds.Length), rounds.Length);

        // Each debater may have a code of its own.
        Record($"{Name}/bits of message", steps, Enumerable.Range(0, 2).Average(holder => MutualInformation.Of(lies.Where(round => round.Holder == holder).Select(round => round.First))));
    }

    private static bool IsChance(CollusionDecision decision, CollusionRound[][] rounds) =>
        decision.Sight.Phase == CollusionPhase.Claim && rounds[decision.Round][decision.Pair].IsForced;

    /// <summary>A false claim that was contested, and let through all the same.</summary>
    private static bool IsSham(CollusionRound round) => round.IsFalse && !round.Debate.IsConceded && round.Ruling.Stands;
}
