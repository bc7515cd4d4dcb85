using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The new rows of each sequence attend to the cached rows of its own sequence up to their own step, which they join first.</summary>
internal sealed class CachedAttentionOperation : Operation
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly SequenceCache _cache;
    private readonly Tensor _q;
    private readonly Tensor _k;
    private readonly Tensor _v;
    private readonly Tensor _output;
    private readonly float _scale;
    private readonly Scratch _rows;
    private readonly Scratch _queries;
    private readonly Scratch _attended;
    private readonly Scratch _weights;

    public CachedAttentionOperation(Tape tape, SequenceCache cache, Tensor q, Tensor k, Tensor v, float scale, Tensor output)
    {
        (_cache, _q, _k, _v, _scale, _output) = (cache, q, k, v, scale, output);
        _rows = tape.NewScratch(cache.Columns * Lanes);
        _queries = tape.NewScratch(cache.Columns * Lanes);
        _attended = tape.NewScratch(cache.Columns * Lanes);
        _weights = tape.NewScratch(cache.Cursor.Steps * Lanes);
    }

    public override long ForwardFlops => 4 * _cache.Cursor.CachedPairs * _cache.Columns;

    public override void Forward()
    {
        ReadOnlySpan<SequenceStep> steps = _cache.Cursor.Writing;
        for (int index = 0; index < steps[0].Groups; index++)
        {
            foreach (SequenceStep step in steps)
                Append(step, index);
            // One after the other: what the first step has read of the group is near for the others.
            foreach (SequenceStep step in steps)
                Attend(step, index);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");

    private void Append(SequenceStep step, int index)
    {
        int group = step.Group(index);
        _cache.WriteKeys(group, step.Number, Gather(step, index, _k));
        _cache.WriteValues(group, step.Number, Gather(step, index, _v));
    }

    /// <summary>Answers the queries of the rows that begin in a group; the others are answered where they begin.</summary>
    private void Attend(SequenceStep step, int index)
    {
        ReadOnlySpan<int> firstLanes = step.FirstLanes(index, out int firstRow);
        if (firstLanes.IsEmpty)
            return;
        int group = step.Group(index);
        LaneTransposition.ToLanes(Gather(step, index, _q), _cache.Columns, _queries.Span);
        SideBySideAttention.Attend(
            step.Number + 1,
            _cache.Heads,
            _cache.Columns / _cache.Heads,
            _queries.Span,
            _cache.Keys(group),
            _cache.Values(group),
            _weights.Span,
            _attended.Span,
            _scale);
        Span<float> output = _output.Values[((step.FirstRow + firstRow) * _output.Columns)..];
        LaneTransposition.ToRows(firstLanes, _attended.Span, _cache.Columns, _rows.Span, output, _output.Columns);
    }

    private ReadOnlySpan<float> Gather(SequenceStep step, int index, Tensor rows) =>
        LaneTransposition.Gather(step.LaneRows(index), rows.Values[(step.FirstRow * rows.Columns)..], rows.Columns, _rows.Span);
}
