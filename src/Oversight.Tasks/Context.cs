using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>A drawn instance: the facts, which assistants see, and the ground truth, which only evaluation and the supervised baseline may read.</summary>
public sealed class Context
{
    private readonly Func<Facts, GroundTruth>? _truthOf;
    private GroundTruth? _truth;

    /// <summary>An instance whose ground truth is known.</summary>
    /// <param name="facts">What questions are answered from.</param>
    /// <param name="truth">The true answers.</param>
    public Context(Facts facts, GroundTruth truth) => (Facts, _truth) = (facts, truth);

    /// <summary>An instance whose ground truth is worked out once somebody reads it: most contexts are drawn to learn without it.</summary>
    /// <param name="facts">What questions are answered from; known to be sound.</param>
    /// <param name="truthOf">Works out the true answers. Pure.</param>
    public Context(Facts facts, Func<Facts, GroundTruth> truthOf) => (Facts, _truthOf) = (facts, truthOf);

    /// <summary>What questions are answered from.</summary>
    public Facts Facts { get; }

    /// <summary>The true answers.</summary>
    public GroundTruth Truth => _truth ?? Interlocked.CompareExchange(ref _truth, _truthOf!(Facts), null) ?? _truth!;

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
