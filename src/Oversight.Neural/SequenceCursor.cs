using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Where a decoder stands: the steps that are being written, and the sequence of each row of the batch. Sequences lie in groups of
/// <see cref="SideBySideAttention.Lanes"/>; the rows of a batch are in the order of their sequences, and a sequence that writes several steps has a row for each.
/// </summary>
public sealed class SequenceCursor
{
    private readonly int[] _sequences;
    private readonly int[] _groupStarts;
    private int _count;

    /// <summary>A decoder of so many sequences of so many steps.</summary>
    /// <param name="capacity">How many sequences at most.</param>
    /// <param name="steps">How many steps each at most.</param>
    public SequenceCursor(int capacity, int steps)
    {
        Capacity = (capacity + SideBySideAttention.Lanes - 1) / SideBySideAttention.Lanes * SideBySideAttention.Lanes;
        Steps = steps;
        _sequences = new int[Capacity];
        _groupStarts = new int[Capacity / SideBySideAttention.Lanes + 1];
    }

    /// <summary>How many sequences at most: whole groups.</summary>
    public int Capacity { get; }

    /// <summary>T, how many steps each at most.</summary>
    public int Steps { get; }

    /// <summary>The first of the steps that are being written, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>How many steps are being written in each sequence.</summary>
    public int Written { get; private set; }

    /// <summary>The sequences that write, ascending.</summary>
    public ReadOnlySpan<int> Sequences => _sequences.AsSpan(0, _count);

    /// <summary>How many groups of sequences have one that writes.</summary>
    internal int Groups { get; private set; }

    /// <summary>How many pairs there are of a row and a step of its sequence up to its own.</summary>
    internal long CachedPairs => _count * (Written * (Step + 1L) + Written * (Written - 1L) / 2);

    /// <summary>Moves to a step with the given sequences.</summary>
    /// <param name="step">The first step to write.</param>
    /// <param name="sequences">The sequences that are still open, ascending.</param>
    /// <param name="written">How many steps each of them writes at once.</param>
    public void MoveTo(int step, ReadOnlySpan<int> sequences, int written = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(written);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step + written, Steps);
        (Step, Written, _count, Groups) = (step, written, sequences.Length, 0);
        sequences.CopyTo(_sequences);
        for (int i = 0; i < sequences.Length; i++)
        {
            if (i > 0 && sequences[i] <= sequences[i - 1])
                throw new ArgumentException("The sequences of a batch must ascend.", nameof(sequences));
            if (i == 0 || sequences[i] / SideBySideAttention.Lanes != sequences[i - 1] / SideBySideAttention.Lanes)
                _groupStarts[Groups++] = i;
        }

        _groupStarts[Groups] = sequences.Length;
    }

    /// <summary>The sequences of a group that write, all of them within <see cref="SideBySideAttention.Lanes"/> of one another.</summary>
    /// <param name="group">From 0 to <see cref="Groups"/> - 1.</param>
    /// <param name="firstRow">The row of the first step of the first of them.</param>
    internal ReadOnlySpan<int> Group(int group, out int firstRow)
    {
        firstRow = _groupStarts[group] * Written;
        return _sequences.AsSpan(_groupStarts[group].._groupStarts[group + 1]);
    }
}
