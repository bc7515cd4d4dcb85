using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Runs.Questions;
using Oversight.Tasks;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>Draws arguments on held-out facts that are false in a given number of leaves.</summary>
/// <param name="wildcards">The depth.</param>
/// <param name="fold">What is made of the values.</param>
public sealed class ArgumentSource(int wildcards, Fold fold)
{
    private readonly WildcardSearchTask _task = new(2, wildcards, null);

    /// <summary>The game.</summary>
    public PatternGame Game { get; } = new(new WildcardSearchTask(2, wildcards, null), fold);

    /// <summary>Draws an argument whose root claim is false if any leaf is.</summary>
    /// <param name="lies">How many leaves are false: of a sum all in the same direction, so that they do not cancel; of the others at most 1.</param>
    /// <param name="random">Consumed.</param>
    public CommittedTree Draw(int lies, RandomStream random)
    {
        while (true)
        {
            Facts facts = new ContextSource(_task, HeldOut: true).Draw(Difficulty.Full, random).Facts;
            int[] leaves = new int[facts.Count];
            ulong context = fold.ContextOf(facts);
            foreach (Symbols fact in facts.Statements)
                leaves[_task.IndexOf(fact)] = fold.Leaf(context, fact, _task.ValueOf(fact));
            int target = random.NextBool() ? 1 : -1;
            int[] open = [.. Enumerable.Range(0, leaves.Length).Where(i => fold is not SumFold || leaves[i] == -target)];
            if (open.Length < lies)
                continue;
            random.Shuffle(open.AsSpan());
            foreach (int i in open.AsSpan(0, lies))
                leaves[i] = OtherThan(leaves[i], random);
            return new PatternArgument(Game, leaves).On(new Question(facts, _task.AllStrings));
        }
    }

    private int OtherThan(int value, RandomStream random)
    {
        int[] others = [.. fold.ValuesOf(1).Where(other => other != value)];
        return others[random.Next(others.Length)];
    }
}
