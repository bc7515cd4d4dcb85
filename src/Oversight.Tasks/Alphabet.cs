using System.Collections.Immutable;

namespace Oversight.Tasks;

/// <summary>The symbols of a task with their printed names; symbol 0 is the blank.</summary>
/// <param name="Names">One short name a symbol.</param>
public sealed record Alphabet(ImmutableArray<string> Names)
{
    /// <summary>How many symbols there are, the blank included (V).</summary>
    public int Size => Names.Length;
}
