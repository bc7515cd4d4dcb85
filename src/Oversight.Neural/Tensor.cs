using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>A matrix on a <see cref="Tape"/>: (rows, C), row-major, with its gradient where one is wanted.</summary>
public sealed class Tensor
{
    private readonly Tape _tape;
    private readonly int _offset;
    private readonly int _gradientOffset;
    private int _gradientPass;

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

    /// <summary>(rows, C): the derivative of the loss by the values, zero until something is added in a backward pass; empty where none is kept.</summary>
    public Span<float> Gradients
    {
        get
        {
            Span<float> gradients = RawGradients;
            if (HasGradients && BeginGradients())
                gradients.Clear();
            return gradients;
        }
    }

    private Span<float> RawGradients => HasGradients ? _tape.GradientSpan(_gradientOffset, Rows * Columns) : [];

    /// <summary>
    /// The gradients for an operation that can also overwrite all of them. The first to come in a backward pass must: what stands there is of the pass before, and
    /// clearing it only to add to it would be work for nothing.
    /// </summary>
    /// <param name="add">Whether others came before, so that the operation must add.</param>
    internal Span<float> WriteGradients(out bool add)
    {
        add = HasGradients && !BeginGradients();
        return RawGradients;
    }

    /// <summary>
    /// Like <see cref="WriteGradients"/> for an operation that writes group by group, and leaves out the groups for which another tensor has no rows: they are cleared.
    /// </summary>
    /// <param name="others">The groups of the other tensor.</param>
    /// <returns>Whether the operation must add.</returns>
    internal bool BeginGroupGradients(RowGroups others)
    {
        if (others.HasEmptyGroup)
            return !Gradients.IsEmpty;
        WriteGradients(out bool add);
        return add;
    }

    /// <summary>Adds to the gradients, or sets them if nobody came before.</summary>
    /// <param name="slope">(rows, C).</param>
    internal void AddGradients(ReadOnlySpan<float> slope)
    {
        if (!HasGradients)
            return;
        Span<float> gradients = WriteGradients(out bool add);
        if (add)
            Elementwise.AddTo(slope, gradients);
        else
            slope.CopyTo(gradients);
    }

    /// <summary>Whether this is the first access in the current backward pass.</summary>
    private bool BeginGradients()
    {
        if (_gradientPass == _tape.BackwardPasses)
            return false;
        _gradientPass = _tape.BackwardPasses;
        return true;
    }

    /// <summary>One row of values.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<float> Row(int row) => Values.Slice(row * Columns, Columns);
}
