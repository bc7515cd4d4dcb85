using Oversight.Determinism;

namespace Oversight.Core;

/// <summary>
/// What a question may be answered from: the facts of one context, in order. Facts are all that an assistant is ever handed;
/// ground truth is a different type that lives with the tasks and never reaches one. Immutable; equal where the statements are, so that it does not matter who read
/// or made them.
/// </summary>
public sealed class Facts : IEquatable<Facts>
{
    private readonly Symbols[] _statements;
    private ulong _contentHash;

    /// <summary>Keeps a copy of the statements.</summary>
    /// <param name="statements">The facts, in order.</param>
    public Facts(ReadOnlySpan<Symbols> statements) => _statements = statements.ToArray();

    /// <summary>How many facts there are.</summary>
    public int Count => _statements.Length;

    /// <summary>The facts, in order.</summary>
    public ReadOnlySpan<Symbols> Statements => _statements;

    /// <summary>One fact.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Symbols this[int index] => _statements[index];

    /// <summary>A hash of the statements in their order, the same in every process.</summary>
    public ulong ContentHash
    {
        get
        {
            // Two threads that get here at once work out the same.
            if (_contentHash == 0)
                _contentHash = HashOf(_statements);
            return _contentHash;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Facts? other) => ReferenceEquals(this, other)
        || (other is not null && ContentHash == other.ContentHash && Statements.SequenceEqual(other.Statements));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Facts other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ContentHash.GetHashCode();

    private static ulong HashOf(ReadOnlySpan<Symbols> statements)
    {
        ulong hash = (ulong)statements.Length;
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        foreach (Symbols statement in statements)
        {
            statement.CopyTo(bytes);
            hash = StableHash.Combine(hash, StableHash.Of(bytes));
        }

        return hash;
    }
}
