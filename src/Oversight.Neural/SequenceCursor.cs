namespace Oversight.Neural;

/// <summary>Where a decoder stands: the step that is being written, and the sequence of each row of the batch.</summary>
public sealed class SequenceCursor
{
    private readonly int[] _sequences;
    private int _rows;

    /// <summary>A decoder of so many sequences of so many steps.</summary>
    /// <param name="capacity">How many sequences at most.</param>
    /// <param name="steps">How many steps each at most.</param>
    public SequenceCursor(int capacity, int steps)
    {
        Capacity = capacity;
        Steps = steps;
        _sequences = new int[capacity];
    }

    /// <summary>How many sequences at most.</summary>
    public int Capacity { get; }

    /// <summary>T, how many steps each at most.</summary>
    public int Steps { get; }

    /// <summary>The step that is being written, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>The sequence that each row belongs to.</summary>
    public ReadOnlySpan<int> Sequences => _sequences.AsSpan(0, _rows);

    /// <summary>Moves to a step with the given sequences.</summary>
    /// <param name="step">The step to write.</param>
    /// <param name="sequences">The sequences that are still open, one a row.</param>
    public void MoveTo(int step, ReadOnlySpan<int> sequences)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        Step = step;
        _rows = sequences.Length;
        sequences.CopyTo(_sequences);
    }
}
