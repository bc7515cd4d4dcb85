using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.Debate;

/// <summary>A scripted challenger that finds the false half with skill rho a level: ((1 + rho) / 2)^depth in its purest form. Skills are the places of its measures.</summary>
/// <param name="name">Its name, with which its measures begin.</param>
/// <param name="wildcards">The depth.</param>
/// <param name="arguments">How many arguments.</param>
/// <param name="key">The key of its streams.</param>
public sealed class LocalisationUnit(string name, int wildcards, int arguments, RandomKey key) : StudyUnit
{
    private static readonly double[] Skills = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int TotalSteps => Skills.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        DebateTask task = DebateTask.Pattern(wildcards, new SumFold());
        DebateArena arena = DebateArena.Of(task, arguments, key.Child(step));
        var expert = new ExactBelief(task.Game);
        // One who plays at random with probability 1 - rho finds the false half with probability (1 + rho) / 2.
        DebateScore score = arena.Debate(expert, expert, slips: 1 - Skills[step]);
        Record($"{name}/honest wins", Skills[step], ShareEvidence.OfUnits(score.HonestChallenger, arguments));
        Record($"{name}/((1+rho) of 2)^depth", Skills[step], Math.Pow((1 + Skills[step]) / 2, wildcards));
    }
}
