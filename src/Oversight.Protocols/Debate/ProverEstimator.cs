using Oversight.Determinism;

namespace Oversight.Protocols.Debate;

/// <summary>
/// Prover-estimator debate (Brown-Cohen, Irving and Piliouras 2025, arXiv 2506.13609) at its smallest: an estimator who denies an argument need not say where it is wrong, only how likely each leaf is to be
/// right, so that the doubts add up to what it denies. The prover points at leaves where they think it doubts too much; the judge looks those up. An argument that is wrong in one leaf of many
/// gives doubts too small to be told from none: it is not stable.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="lookUps">How many leaves the judge looks up.</param>
/// <param name="random">Where the prover points: in an obfuscated argument neither side knows where the error is.</param>
public sealed class ProverEstimator(IClaimGame game, int lookUps, RandomStream random)
{
    /// <summary>Rules between an argument and an estimator who denies it.</summary>
    /// <param name="tree">The argument.</param>
    /// <param name="doubt">The share of leaves that must be false if the claim is: what the estimator doubts of each.</param>
    /// <returns>The ruling: the argument stands if the leaves turned out better than the estimator said by as much as it doubted.</returns>
    public Ruling Rule(CommittedTree tree, double doubt)
    {
        (Claim Leaf, Choice[] Way)[] leaves = [.. tree.Leaves];
        double surplus = 0;
        for (int i = 0; i < lookUps; i++)
            surplus += (game.LookUp(leaves[random.Next(leaves.Length)].Leaf) ? 1 : 0) - (1 - doubt);
        return new Ruling(surplus / lookUps > doubt / 2, RulingReason.LookedUp, lookUps);
    }
}
