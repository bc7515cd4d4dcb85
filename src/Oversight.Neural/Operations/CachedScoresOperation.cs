using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The logits of the last row of each sequence over the cached keys of its own sequence; -infinity for the future.</summary>
internal sealed class CachedScoresOperation(Tape tape, SequenceCache cache, Tensor q, float scale, Tensor output) : Operation
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly Scratch _rows = tape.NewScratch(Math.Max(cache.Columns, cache.Cursor.Steps) * Lanes);
    private readonly Scratch _queries = tape.NewScratch(cache.Columns * Lanes);
    private readonly Scratch _scores = tape.NewScratch(cache.Cursor.Steps * Lanes);

    public override long ForwardFlops => 2 * cache.Cursor.Last.CachedPairs * cache.Columns;

    public override void Forward()
    {
        SequenceStep last = cache.Cursor.Last;
        int steps = last.Number + 1;
        for (int index = 0; index < last.Groups; index++)
        {
            ReadOnlySpan<int> firstLanes = last.FirstLanes(index, out int firstRow);
            if (firstLanes.IsEmpty)
                continue;
            ReadOnlySpan<float> queries = LaneTransposition.Gather(last.LaneRows(index), q.Values, q.Columns, _rows.Span);
            LaneTransposition.ToLanes(queries, q.Columns, _queries.Span);
            SideBySideAttention.Scores(steps, q.Columns, _queries.Span, cache.Keys(last.Group(index)), _scores.Span, scale);
            LaneTransposition.ToRows(firstLanes, _scores.Span, steps, _rows.Span, output.Values[(firstRow * output.Columns)..], output.Columns);
        }

        for (int row = 0; row < output.Rows; row++)
            output.Row(row)[steps..].Fill(float.NegativeInfinity);
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
