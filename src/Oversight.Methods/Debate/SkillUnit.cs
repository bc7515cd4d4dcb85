using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.Debate;

/// <summary>An honest debater who knows everything and slips, against a liar who knows everything and does not: the line (1 - e)^depth in its purest form. Slips are the places of its measures.</summary>
/// <param name="name">Its name, with which its measures begin.</param>
/// <param name="task">What is debated.</param>
/// <param name="pairs">How many pairs of answers.</param>
/// <param name="key">The key of its streams.</param>
public sealed class SkillUnit(string name, DebateTask task, int pairs, RandomKey key) : StudyUnit
{
    private static readonly double[] Slips = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1];

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int TotalSteps => Slips.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        var expert = new ExactBelief(task.Game);
        DebateScore score = DebateArena.Of(task, pairs, key.Child(step)).Debate(expert, expert, Slips[step]);
        Record($"{name}/honest wins", Slips[step], ShareEvidence.OfUnits(score.Accuracy, pairs, 2 * pairs));
        Record($"{name}/(1-e)^depth", Slips[step], score.Line);
        Record($"{name}/e", Slips[step], score.ErrorRate);
    }
}
