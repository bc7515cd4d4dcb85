using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Runs.Statistics;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>
/// How well a challenger that learned from verdicts finds the one false leaf of an argument: turn by turn, and with the whole argument before it. The liar's argument is true but for a random leaf.
/// </summary>
/// <param name="name">Its name, with which its measures begin.</param>
/// <param name="fold">What is made of the values.</param>
/// <param name="wildcards">The depth.</param>
/// <param name="options">How the challenger is trained.</param>
/// <param name="key">The key of its streams.</param>
public sealed class ComplexityUnit(string name, Fold fold, int wildcards, SelfPlayOptions options, RandomKey key)
    : SelfPlayUnit(name, DebateTask.Pattern(wildcards, fold), options, key)
{
    private readonly ArgumentSource _arguments = new(wildcards, fold);
    private readonly RandomKey _key = key.Child("arguments");

    /// <inheritdoc/>
    protected override void Evaluate(int steps)
    {
        PatternGame game = _arguments.Game;
        RandomStream random = _key.Stream();
        CommittedTree[] trees = [.. Enumerable.Range(0, Options.Pairs).Select(_ => _arguments.Draw(lies: 1, random))];
        DebateRecord[] debates = [.. trees.Select(tree => Debate(tree, random))];
        var judge = new CarefulJudge(game);
        double predicted = 1;
        double[] skills = SkillsOn([.. Enumerable.Range(0, Options.Pairs).Select(_ => _arguments.Draw(lies: 1, random))], random);
        for (int level = 0; level < skills.Length; level++)
        {
            Record($"{Name}/rho at level {level + 1}", steps, skills[level]);
            predicted *= (1 + skills[level]) / 2;
        }

        var examination = new CrossExamination(Belief);
        double won = debates.Average(debate => judge.Rule(debate).Stands ? 0.0 : 1.0);
        Record($"{Name}/honest wins", steps, ShareEvidence.OfUnits(won, debates.Length));
        Record($"{Name}/product of (1+rho)/2", steps, predicted);
        double examined = trees.Average(tree => judge.Rule(examination.Play(tree)).Stands ? 0.0 : 1.0);
        Record($"{Name}/with cross-examination", steps, ShareEvidence.OfUnits(examined, trees.Length));
    }

    /// <summary>Turn by turn: the holder follows its argument, the challenger sees only what is said.</summary>
    private DebateRecord Debate(CommittedTree tree, RandomStream random)
    {
        var challenger = new BeliefDebater(_arguments.Game, Belief, random);
        var debate = new DebateRecord(tree.Root);
        var choices = new Choice[1];
        while (_arguments.Game.DepthOf(debate.Contested) > 0)
        {
            Split split = tree.Split(debate.Contested);
            challenger.Contest([debate], [split], choices);
            debate = debate.Then(new Turn(split, choices[0]));
        }

        return debate;
    }

    /// <summary>
    /// rho of each level: how much better than a coin the challenger finds the false half, put before the false claims of that level whatever it would have done above. On arguments of their own, so that
    /// the product of the levels is a prediction.
    /// </summary>
    private double[] SkillsOn(CommittedTree[] trees, RandomStream random)
    {
        var challenger = new BeliefDebater(_arguments.Game, Belief, random);
        var debates = trees.Select(tree => new DebateRecord(tree.Root)).ToArray();
        var choices = new Choice[trees.Length];
        double[] skills = new double[_arguments.Game.DepthOf(trees[0].Root)];
        for (int level = 0; level < skills.Length; level++)
        {
            Split[] splits = [.. trees.Zip(debates, (tree, debate) => tree.Split(debate.Contested))];
            challenger.Contest(debates, splits, choices);
            double found = 0;
            for (int i = 0; i < trees.Length; i++)
            {
                Choice wrong = _arguments.Game.Holds(splits[i].First) ? Choice.Second : Choice.First;
                found += choices[i] == wrong ? 1 : 0;
                debates[i] = debates[i].Then(new Turn(splits[i], wrong));
            }

            skills[level] = 2 * found / trees.Length - 1;
        }

        return skills;
    }
}
