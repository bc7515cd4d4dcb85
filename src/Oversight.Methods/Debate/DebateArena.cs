using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>Puts debaters before a judge, on pairs of answers of which evaluation knows the true one.</summary>
/// <param name="task">What is debated.</param>
/// <param name="pairs">The answers.</param>
/// <param name="key">The key of the debaters' streams.</param>
public sealed class DebateArena(DebateTask task, AnswerPair[] pairs, RandomKey key)
{
    private readonly CarefulJudge _judge = new(task.Game);

    /// <summary>Pairs that training never draws.</summary>
    /// <param name="task">What is debated.</param>
    /// <param name="count">How many.</param>
    /// <param name="key">Their key.</param>
    public static DebateArena Of(DebateTask task, int count, RandomKey key)
    {
        RandomStream random = key.Child("pairs").Stream();
        return new DebateArena(task, [.. Enumerable.Range(0, count).Select(_ => task.DrawPair(random))], key);
    }

    /// <summary>The pairs.</summary>
    public ReadOnlySpan<AnswerPair> Pairs => pairs;

    /// <summary>Debate: the honest side and the liar each play their seat as well as they can.</summary>
    /// <param name="honest">What the side of the true answer knows.</param>
    /// <param name="liar">What the other side knows.</param>
    /// <param name="slips">How often the honest side plays at random.</param>
    public DebateScore Debate(IBelief honest, IBelief liar, double slips = 0) =>
        Score((honest, slips), (liar, 0), (liar, 0), (honest, slips));

    /// <summary>Random leaf: nobody contests; chance picks the leaf that the judge looks up.</summary>
    /// <param name="belief">What the holder knows.</param>
    public DebateScore RandomLeaf(IBelief belief)
    {
        var chance = new IgnorantBelief();
        return Score((belief, 0), (chance, 0), (belief, 0), (chance, 0));
    }

    /// <summary>Consultancy: one adviser, on either side, also picks the leaf that the judge looks up.</summary>
    /// <param name="belief">What the adviser knows.</param>
    public DebateScore Consultancy(IBelief belief)
    {
        var seen = new InverseBelief(belief);
        return Score((belief, 0), (seen, 0), (belief, 0), (seen, 0));
    }

    /// <summary>A judge who looks up one fact on their own.</summary>
    public double JudgeAlone() => Judged("alone", task.PrefersLarger);

    /// <summary>A judge who looks up nothing and takes the answer nearer to the usual one.</summary>
    public double Naive() => Judged("naive", task.GuessesLarger);

    private double Judged(string stream, Func<AnswerPair, RandomStream, bool> takesLarger)
    {
        RandomStream random = key.Child(stream).Stream();
        return pairs.Average(pair => takesLarger(pair, random) == pair.True.Value > pair.False.Value ? 1.0 : 0.0);
    }

    private DebateScore Score(
        (IBelief Belief, double Slips) trueHolder,
        (IBelief Belief, double Slips) trueChallenger,
        (IBelief Belief, double Slips) falseHolder,
        (IBelief Belief, double Slips) falseChallenger)
    {
        DebateRecord[] onTrue = Play("true", [.. pairs.Select(pair => pair.True)], trueHolder, trueChallenger);
        DebateRecord[] onFalse = Play("false", [.. pairs.Select(pair => pair.False)], falseHolder, falseChallenger);
        Ruling[] trueRulings = [.. onTrue.Select(_judge.Rule)];
        Ruling[] falseRulings = [.. onFalse.Select(_judge.Rule)];
        double holder = trueRulings.Average(ruling => ruling.Stands ? 1.0 : 0.0);
        double challenger = falseRulings.Average(ruling => ruling.Stands ? 0.0 : 1.0);
        // Both seatings name the true answer, or both name the false one.
        double same = trueRulings.Zip(falseRulings, (one, other) => one.Stands != other.Stands ? 1.0 : 0.0).Average();
        double error = ErrorRate(onTrue, onFalse);
        double line = onTrue.Concat(onFalse).Average(debate => Math.Pow(1 - error, debate.Turns.Length));
        return new DebateScore(
            (holder + challenger) / 2, holder, challenger, same, error, line, trueRulings.Concat(falseRulings).Sum(ruling => (long)ruling.LookUps));
    }

    private DebateRecord[] Play(string seating, Claim[] roots, (IBelief Belief, double Slips) holder, (IBelief Belief, double Slips) challenger)
    {
        RandomKey seats = key.Child(seating);
        return new DebateMatch(
            task.Game,
            new BeliefDebater(task.Game, holder.Belief, seats.Child("holder").Stream(), holder.Slips),
            new BeliefDebater(task.Game, challenger.Belief, seats.Child("challenger").Stream(), challenger.Slips)).Play(roots);
    }

    /// <summary>Errors of the honest side among the turns in which it could make one.</summary>
    private double ErrorRate(DebateRecord[] onTrue, DebateRecord[] onFalse)
    {
        int turns = 0;
        int errors = 0;
        foreach ((DebateRecord debate, bool isTrue) in onTrue.Select(debate => (debate, true)).Concat(onFalse.Select(debate => (debate, false))))
        {
            Claim claim = debate.Root;
            foreach (Turn turn in debate.Turns)
            {
                // After an error the honest side stands on the wrong claim, and what it does there is no measure of it.
                if (task.Game.Holds(claim) != isTrue)
                    break;
                turns++;
                bool erred = isTrue
                    ? !task.Game.Holds(turn.Split.First) || !task.Game.Holds(turn.Split.Second)
                    : task.Game.Holds(turn.Split[turn.Choice]);
                errors += erred ? 1 : 0;
                claim = turn.Split[turn.Choice];
            }
        }

        return turns == 0 ? 0 : (double)errors / turns;
    }
}
