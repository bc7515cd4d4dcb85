using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>Between rows and lanes, where the sequences of a group lie side by side.</summary>
internal static class LaneTransposition
{
    private const int Lanes = SideBySideAttention.Lanes;

    /// <summary>Gives each lane its row.</summary>
    /// <param name="laneRows">(Lanes): the row of each lane; several lanes may have the same.</param>
    /// <param name="rows">(rows, columns).</param>
    /// <param name="columns">Floats of a row.</param>
    /// <param name="gathered">Room for Lanes rows.</param>
    /// <returns>(Lanes, columns): the rows in the order of the lanes.</returns>
    public static ReadOnlySpan<float> Gather(ReadOnlySpan<int> laneRows, ReadOnlySpan<float> rows, int columns, Span<float> gathered)
    {
        // Rows ascend by at most one, so these are consecutive.
        if (laneRows[^1] - laneRows[0] == Lanes - 1)
            return rows.Slice(laneRows[0] * columns, Lanes * columns);
        for (int lane = 0; lane < Lanes; lane++)
            rows.Slice(laneRows[lane] * columns, columns).CopyTo(gathered[(lane * columns)..]);
        return gathered[..(Lanes * columns)];
    }

    /// <summary>Turns rows into columns.</summary>
    /// <param name="rows">(Lanes, columns).</param>
    /// <param name="columns">Floats of a row.</param>
    /// <param name="lanes">(columns, Lanes): overwritten.</param>
    public static void ToLanes(ReadOnlySpan<float> rows, int columns, Span<float> lanes) => Transpose.Rows(Lanes, columns, rows, columns, lanes, Lanes);

    /// <summary>Collects some rows from the lanes that have them first.</summary>
    /// <param name="firstLanes">The lane of each row, ascending.</param>
    /// <param name="lanes">(columns, Lanes).</param>
    /// <param name="columns">Floats to take of a lane.</param>
    /// <param name="gathered">Room for Lanes rows of as many floats.</param>
    /// <param name="rows">A row for each of the lanes, <paramref name="stride"/> apart; overwritten.</param>
    /// <param name="stride">From one row to the next.</param>
    public static void ToRows(ReadOnlySpan<int> firstLanes, ReadOnlySpan<float> lanes, int columns, Span<float> gathered, Span<float> rows, int stride)
    {
        if (firstLanes.Length == Lanes)
        {
            Transpose.Rows(columns, Lanes, lanes, Lanes, rows, stride);
            return;
        }

        Transpose.Rows(columns, Lanes, lanes, Lanes, gathered, columns);
        for (int i = 0; i < firstLanes.Length; i++)
            gathered.Slice(firstLanes[i] * columns, columns).CopyTo(rows[(i * stride)..]);
    }
}
