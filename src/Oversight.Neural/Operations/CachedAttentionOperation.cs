using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The new row of each sequence attends to the cached rows of its own sequence, which it joins first.</summary>
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
        for (int index = 0; index < _cache.Cursor.Groups; index++)
        {
            Append(index);
            Attend(index);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");

    private void Append(int index)
    {
        int group = _cache.Cursor.Group(index);
        _cache.AppendKeys(group, Gather(index, _k));
        _cache.AppendValues(group, Gather(index, _v));
    }

    /// <summary>Answers the queries of the rows that begin in a group; the others are answered where they begin.</summary>
    private void Attend(int index)
    {
        SequenceCursor cursor = _cache.Cursor;
        ReadOnlySpan<int> firstLanes = cursor.FirstLanes(index, out int firstRow);
        if (firstLanes.IsEmpty)
            return;
        int group = cursor.Group(index);
        LaneTransposition.ToLanes(Gather(index, _q), _cache.Columns, _queries.Span);
        SideBySideAttention.Attend(
            cursor.Step + 1,
            _cache.Heads,
            _cache.Columns / _cache.Heads,
            _queries.Span,
            _cache.Keys(group),
            _cache.Values(group),
            _weights.Span,
            _attended.Span,
            _scale);
        LaneTransposition.ToRows(
            firstLanes, _attended.Span, _cache.Columns, _rows.Span, _output.Values[(firstRow * _output.Columns)..], _output.Columns);
    }

    private ReadOnlySpan<float> Gather(int index, Tensor rows) =>
        LaneTransposition.Gather(_cache.Cursor.LaneRows(index), rows.Values, rows.Columns, _rows.Span);
}
