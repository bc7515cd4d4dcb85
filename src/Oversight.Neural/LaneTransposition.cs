using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>Between rows, one a sequence, and lanes, where the sequences of a group lie side by side.</summary>
internal static class LaneTransposition
{
    private const int Lanes = SideBySideAttention.Lanes;

    /// <summary>Spreads the rows of some sequences over their lanes; the other lanes stay as they are.</summary>
    /// <param name="sequences">The sequences, all of one group.</param>
    /// <param name="rows">A row for each, <paramref name="stride"/> apart.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="columns">Floats of a row.</param>
    /// <param name="lanes">(columns, Lanes).</param>
    public static void ToLanes(ReadOnlySpan<int> sequences, ReadOnlySpan<float> rows, int stride, int columns, Span<float> lanes)
    {
        if (sequences.Length == Lanes)
        {
            Transpose.Rows(Lanes, columns, rows, stride, lanes, Lanes);
            return;
        }

        for (int i = 0; i < sequences.Length; i++)
        {
            int lane = sequences[i] % Lanes;
            ReadOnlySpan<float> row = rows.Slice(i * stride, columns);
            for (int column = 0; column < row.Length; column++)
                lanes[column * Lanes + lane] = row[column];
        }
    }

    /// <summary>Collects the rows of some sequences from their lanes.</summary>
    /// <param name="sequences">The sequences, all of one group.</param>
    /// <param name="lanes">(columns, Lanes).</param>
    /// <param name="columns">Floats of a row.</param>
    /// <param name="rows">A row for each, <paramref name="stride"/> apart; overwritten.</param>
    /// <param name="stride">From one row to the next.</param>
    public static void ToRows(ReadOnlySpan<int> sequences, ReadOnlySpan<float> lanes, int columns, Span<float> rows, int stride)
    {
        if (sequences.Length == Lanes)
        {
            Transpose.Rows(columns, Lanes, lanes, Lanes, rows, stride);
            return;
        }

        for (int i = 0; i < sequences.Length; i++)
        {
            int lane = sequences[i] % Lanes;
            Span<float> row = rows.Slice(i * stride, columns);
            for (int column = 0; column < row.Length; column++)
                row[column] = lanes[column * Lanes + lane];
        }
    }
}
