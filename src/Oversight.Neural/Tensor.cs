namespace Oversight.Neural;

/// <summary>A matrix on a <see cref="Tape"/>: (rows, C), row-major, with its gradient where one is wanted.</summary>
public sealed class Tensor
{
    private readonly Tape _tape;
    private readonly int _offset;
    private readonly int _gradientOffset;

    internal Tensor(Tape tape, RowGroups groups, int columns, int offset, int gradientOffset)
    {
        _tape = tape;
        Groups = groups;
        Columns = columns;
        _offset = offset;
        _gradientOffset = gradientOffset;
    }

    /// <summary>How the rows fall into groups.</summary>
    public RowGroups Groups { get; }

    /// <summary>How many rows there are in this replay.</summary>
    public int Rows => Groups.Total;

    /// <summary>C, the number of columns.</summary>
    public int Columns { get; }

    /// <summary>(rows, C): the values.</summary>
    public Span<float> Values => _tape.ValueSpan(_offset, Rows * Columns);

    /// <summary>Whether the tape keeps a gradient for this tensor.</summary>
    public bool HasGradients => _gradientOffset >= 0;

    /// <summary>(rows, C): the derivative of the loss by the values; empty where none is kept.</summary>
    public Span<float> Gradients => HasGradients ? _tape.GradientSpan(_gradientOffset, Rows * Columns) : [];

    /// <summary>One row of values.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<float> Row(int row) => Values.Slice(row * Columns, Columns);
}
