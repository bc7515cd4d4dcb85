using Oversight.Determinism;

namespace Oversight.Neural;

/// <summary>Fills the starting values of a parameter.</summary>
/// <param name="values">(rows, columns), row-major; zero on entry.</param>
/// <param name="rows">The rows.</param>
/// <param name="columns">The columns.</param>
/// <param name="random">Consumed.</param>
public delegate void Initialiser(Span<float> values, int rows, int columns, RandomStream random);

/// <summary>A matrix of weights: its name, its shape and its place in every <see cref="ParameterVector"/> of the layout.</summary>
/// <param name="Name">Unique in its layout; dots separate parts, as in <c>layers.0.query.weight</c>.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Offset">Where it starts in the flat vector.</param>
/// <param name="Initialise">Fills the starting values.</param>
public sealed record Parameter(string Name, int Rows, int Columns, int Offset, Initialiser Initialise)
{
    /// <summary>How many numbers it holds.</summary>
    public int Length => Rows * Columns;

    /// <summary>Some of its rows, as a matrix of their own in the same place.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public Parameter Slice(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Rows - first);
        return this with { Name = $"{Name}[{first}..{first + count}]", Rows = count, Offset = Offset + first * Columns };
    }
}
