namespace Oversight.Protocols.Debate;

/// <summary>
/// Debate with cross-examination (Barnes and Christiano 2020): the holder is bound by what it says of any part, so that the challenger may look through the whole argument before it picks what to
/// contest. Here it picks the leaf that it believes least.
/// </summary>
/// <param name="belief">What the challenger knows.</param>
public sealed class CrossExamination(IBelief belief)
{
    /// <summary>Debates an argument.</summary>
    /// <param name="tree">The argument.</param>
    /// <returns>The debate down to the leaf that was picked.</returns>
    public DebateRecord Play(CommittedTree tree)
    {
        (Claim Leaf, Choice[] Way)[] leaves = [.. tree.Leaves];
        float[] weights = new float[leaves.Length];
        belief.Weigh([.. leaves.Select(one => one.Leaf)], weights);
        return tree.Follow(leaves[Array.IndexOf(weights, weights.Min())].Way);
    }
}
