using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>
/// A drawn instance: the facts, which assistants see, and the ground truth, which only evaluation and the supervised baseline may read.
/// </summary>
/// <param name="Facts">What questions are answered from.</param>
/// <param name="Truth">The true answers.</param>
public sealed record Context(Facts Facts, GroundTruth Truth)
{
    /// <summary>
    /// A hash of the facts as a set, the same for every order of them; decides whether a context is held out for evaluation.
    /// </summary>
    public ulong ContentHash
    {
        get
        {
            ulong sum = 0;
            Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
            foreach (Symbols statement in Facts.Statements)
            {
                statement.CopyTo(bytes);
                sum += Determinism.StableHash.Of(bytes);
            }

            return Determinism.StableHash.Combine(sum, (ulong)Facts.Count);
        }
    }
}
