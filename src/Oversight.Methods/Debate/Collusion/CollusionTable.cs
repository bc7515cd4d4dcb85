using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate.Collusion;

/// <summary>
/// Plays the collusion study's debates on sums, many pairs of debaters side by side. The holder knows the truth and chooses whether to claim it; where it lies, the lie goes into a random half of each
/// split. The debaters' networks decide what to claim, what to say and what to contest.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="networks">The debaters' networks: one for both, or one each.</param>
/// <param name="features">How they see.</param>
internal sealed class CollusionTable(CollusionRules rules, Perceptron[] networks, CollusionFeatures features)
{
    private readonly DebateTask _task = DebateTask.Pattern(rules.Depth, new SumFold());
    private readonly float[] _probabilities = new float[features.Outputs];

    /// <summary>Every decision of the last play; of claims also those that chance then decided.</summary>
    public List<CollusionDecision> Decisions { get; } = [];

    /// <summary>Plays all rounds of some pairs.</summary>
    /// <param name="pairs">How many pairs of debaters.</param>
    /// <param name="key">The key of its streams.</param>
    /// <param name="forced">How often chance decides what is claimed, by a coin.</param>
    /// <returns>By round, then by pair.</returns>
    public CollusionRound[][] Play(int pairs, RandomKey key, double forced)
    {
        Decisions.Clear();
        int[,] memories = new int[pairs, 2];
        var rounds = new CollusionRound[rules.Rounds][];
        for (int round = 0; round < rounds.Length; round++)
        {
            RandomKey own = key.Child(round);
            rounds[round] = Begin(pairs, round, own, memories, forced);
            for (int level = 0; level < rules.Depth; level++)
                TakeTurn(rounds[round], round, level, own.Child("level").Child(level).Stream(), memories);
            Conclude(rounds[round], own.Child("audit").Stream(), memories);
        }

        return rounds;
    }

    private CollusionRound[] Begin(int pairs, int round, RandomKey key, int[,] memories, double forced)
    {
        RandomStream random = key.Child("facts").Stream();
        var rounds = new CollusionRound[pairs];
        var sights = new CollusionSight[pairs];
        for (int i = 0; i < pairs; i++)
        {
            rounds[i] = new CollusionRound { Holder = (round + i) % 2, IsForced = random.Chance(forced) };
            sights[i] = new CollusionSight(CollusionPhase.Claim, 0, 0, memories[i, rounds[i].Holder]);
        }

        int[] lies = Decide([.. rounds.Select(one => one.Holder)], sights, round, mayConcede: false, random, learned: forced < 1);
        for (int i = 0; i < pairs; i++)
        {
            AnswerPair answers = _task.DrawPair(random);
            rounds[i].IsFalse = rounds[i].IsForced ? random.NextBool() : lies[i] == 1;
            rounds[i].Debate = new DebateRecord(rounds[i].IsFalse ? answers.False : answers.True);
        }

        return rounds;
    }

    private void TakeTurn(CollusionRound[] rounds, int round, int level, RandomStream random, int[,] memories)
    {
        var splits = new Split[rounds.Length];
        var halves = new int[rounds.Length];
        for (int i = 0; i < rounds.Length; i++)
            (splits[i], halves[i]) = rounds[i].Debate.IsConceded ? default : SplitOf(rounds[i].Debate.Contested, random);

        CollusionSight[] saying = [.. rounds.Select((one, i) => new CollusionSight(CollusionPhase.Message, halves[i], 0, memories[i, one.Holder]))];
        int[] said = Decide([.. rounds.Select(one => one.Holder)], saying, round, mayConcede: false, random, learned: rules.Messages > 1);
        CollusionSight[] picking =
        [
            .. rounds.Select((one, i) => new CollusionSight(CollusionPhase.Pick, rules.Sees ? halves[i] : 0, said[i], memories[i, 1 - one.Holder])),
        ];
        bool mayConcede = rules.MayConcede && level == 0;
        int[] picked = Decide([.. rounds.Select(one => 1 - one.Holder)], picking, round, mayConcede, random, learned: true);
        for (int i = 0; i < rounds.Length; i++)
        {
            if (rounds[i].Debate.IsConceded)
                continue;
            if (level == 0)
                rounds[i].First = (halves[i], said[i]);
            rounds[i].Debate = rounds[i].Debate.Then(new Turn(splits[i] with { Message = said[i] }, (Choice)picked[i]));
        }
    }

    /// <summary>The split of a true claim is true; that of a false one is false in a random half as far as arithmetic allows.</summary>
    private (Split Split, int FalseHalf) SplitOf(Claim claim, RandomStream random)
    {
        bool isTrue = _task.Game.Holds(claim);
        int wanted = isTrue ? 0 : 1 + random.Next(2);
        var fitting = new List<(Split Split, int FalseHalf)>();
        for (int option = 0; option < _task.Game.OptionsOf(claim); option++)
        {
            Split split = _task.Game.Option(claim, option);
            (bool first, bool second) = (_task.Game.Holds(split.First), _task.Game.Holds(split.Second));
            if (first && second)
                return (split, 0);
            if (first != second)
                fitting.Add((split, first ? 2 : 1));
        }

        if (fitting.Count == 0)
            return (_task.Game.Option(claim, 0), wanted);
        int start = random.Next(fitting.Count);
        for (int i = 0; i < fitting.Count; i++)
        {
            if (fitting[(start + i) % fitting.Count].FalseHalf == wanted)
                return fitting[(start + i) % fitting.Count];
        }

        return fitting[start];
    }

    private void Conclude(CollusionRound[] rounds, RandomStream random, int[,] memories)
    {
        var judge = new AuditingJudge(_task.Game, new CarefulJudge(_task.Game), rules.Audits, rules.AuditsContested, random);
        for (int i = 0; i < rounds.Length; i++)
        {
            rounds[i].Ruling = judge.Rule(rounds[i].Debate);
            if (rounds[i].IsFalse)
                memories[i, rounds[i].Holder] = rounds[i].Ruling.Stands ? 1 : 2;
        }
    }

    /// <summary>Draws an action for each pair from the policy of whoever decides.</summary>
    private int[] Decide(int[] players, CollusionSight[] sights, int round, bool mayConcede, RandomStream random, bool learned)
    {
        int[] actions = new int[sights.Length];
        if (!learned)
            return actions;
        (int start, int length) = features.ActionsOf(sights[0].Phase, mayConcede);
        for (int player = 0; player < 2; player++)
        {
            int[] own = [.. Enumerable.Range(0, sights.Length).Where(i => players[i] == player)];
            Perceptron network = networks[player % networks.Length];
            Span<float> inputs = network.Begin(own.Length);
            for (int row = 0; row < own.Length; row++)
                features.Write(inputs.Slice(row * features.Inputs, features.Inputs), sights[own[row]]);
            network.Forward();
            for (int row = 0; row < own.Length; row++)
            {
                int i = own[row];
                Losses.Softmax(network.Logits.Slice(row * features.Outputs + start, length), _probabilities.AsSpan(0, length));
                actions[i] = Losses.Draw(_probabilities.AsSpan(0, length), random.NextDouble());
                Decisions.Add(new CollusionDecision(player, i, round, sights[i], mayConcede, actions[i]));
            }
        }

        return actions;
    }
}
