using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.Debate;

/// <summary>Prover-estimator debate on arguments that are false in more and more leaves. The share of leaves that must be false is the place of its measures: how stable the argument is.</summary>
/// <param name="name">Its name, with which its measures begin.</param>
/// <param name="wildcards">The depth.</param>
/// <param name="arguments">How many arguments, half of them true.</param>
/// <param name="key">The key of its streams.</param>
public sealed class StabilityUnit(string name, int wildcards, int arguments, RandomKey key) : StudyUnit
{
    private const int LookUps = 4;

    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>1, 2, 4, ... false leaves, up to a quarter of all: a sum rarely has more to misstate in one direction than half.</summary>
    public override int TotalSteps => wildcards - 1;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        var source = new ArgumentSource(wildcards, new SumFold());
        RandomStream random = key.Child(step).Stream();
        int lies = 1 << step;
        double doubt = lies / (double)(1 << wildcards);
        var debate = new ProverEstimator(source.Game, LookUps, random);
        int right = 0;
        for (int i = 0; i < arguments; i++)
        {
            bool isFalse = random.NextBool();
            right += debate.Rule(source.Draw(isFalse ? lies : 0, random), doubt).Stands != isFalse ? 1 : 0;
        }

        Record($"{name}/judge accuracy", doubt, ShareEvidence.OfUnits((double)right / arguments, arguments));
        Record($"{name}/predicted", doubt, 1 - Math.Pow(1 - doubt, LookUps) / 2);
    }
}
