using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>A matrix on a <see cref="Tape"/>: (rows, C), row-major, with its gradient where one is wanted.</summary>
public sealed class Tensor
{
    private readonly Tape _tape;
    private readonly ArenaPiece _values;
    private readonly ArenaPiece? _gradients;
    private bool _isRead;
    private int _gradientTime;

    internal Tensor(Tape tape, RowGroups groups, int columns, ArenaPiece values, ArenaPiece? gradients)
    {
        _tape = tape;
        Groups = groups;
        Columns = columns;
        _values = values;
        _gradients = gradients;
    }

    /// <summary>How the rows fall into groups.</summary>
    public RowGroups Groups { get; }

    /// <summary>How many rows there are in this replay.</summary>
    public int Rows => Groups.Total;

    /// <summary>C, the number of columns.</summary>
    public int Columns { get; }

    /// <summary>
    /// (rows, C): the values. On a tape that only answers, those of tensors that operations read are gone once the last of them is done; what no operation reads stays.
    /// </summary>
    public Span<float> Values => _tape.ValueSpan(_values, Rows * Columns);

    /// <summary>Whether it depends on the weights alone, and stays as it is over the passes of a sum.</summary>
    internal bool IsOfPrelude { get; set; }

    /// <summary>Whether the tape keeps a gradient for this tensor.</summary>
    public bool HasGradients => _gradients is not null;

    /// <summary>
    /// (rows, C): the derivative of the loss by the values, zero until something is added in a backward pass; empty where none is kept. Of use during the pass only:
    /// once the operation that made the tensor has read it, its place goes to another.
    /// </summary>
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

    /// <summary>Notes that an operation reads the values in its forward pass, and adds to the gradients in its backward pass.</summary>
    /// <param name="operation">Its number; higher than those before.</param>
    internal void ReadBy(int operation)
    {
        _isRead = true;
        _values.To = Math.Max(_values.To, operation);
        if (_gradients is not null)
            _gradients.To = operation;
    }

    /// <summary>Keeps values for good that the caller reads, or that parts of the tape after a mark read as often as they are replayed; and gradients that sum over them.</summary>
    internal void KeepOver(List<int> marks)
    {
        if (!_isRead || marks.Exists(mark => _values.From < mark && mark <= _values.To))
            _values.To = int.MaxValue;
        if (IsOfPrelude && _gradients is not null && _gradients.To >= marks[0])
            _gradients.To = int.MaxValue;
    }

    private Span<float> RawGradients => HasGradients ? _tape.GradientSpan(_gradients!, Rows * Columns) : [];

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

    /// <summary>Whether this is the first access in the current backward pass or, for the prelude, sum.</summary>
    private bool BeginGradients()
    {
        int time = _tape.GradientTime(IsOfPrelude);
        if (_gradientTime == time)
            return false;
        _gradientTime = time;
        return true;
    }

    /// <summary>One row of values.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<float> Row(int row) => Values.Slice(row * Columns, Columns);
}
