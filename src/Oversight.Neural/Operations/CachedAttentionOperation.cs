using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The new rows of each sequence attend to the cached rows of their own sequence, which they join first, one step after the other.</summary>
internal sealed class CachedAttentionOperation : Operation
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly SequenceCache _cache;
    private readonly Tensor _q;
    private readonly Tensor _k;
    private readonly Tensor _v;
    private readonly Tensor _output;
    private readonly int _heads;
    private readonly float _scale;
    private readonly Scratch _queries;
    private readonly Scratch _attended;
    private readonly Scratch _weights;

    public CachedAttentionOperation(Tape tape, SequenceCache cache, Tensor q, Tensor k, Tensor v, int heads, float scale, Tensor output)
    {
        if (cache.KeyColumns != cache.ValueColumns)
            throw new ArgumentException($"Keys have {cache.KeyColumns} columns and values {cache.ValueColumns}; they must have as many.", nameof(cache));
        (_cache, _q, _k, _v, _heads, _scale, _output) = (cache, q, k, v, heads, scale, output);
        _queries = tape.NewScratch(cache.KeyColumns * Lanes);
        _attended = tape.NewScratch(cache.KeyColumns * Lanes);
        _weights = tape.NewScratch(cache.Cursor.Steps * Lanes);
    }

    public override long ForwardFlops => 4 * _cache.Cursor.CachedPairs * _cache.KeyColumns;

    public override void Forward()
    {
        SequenceCursor cursor = _cache.Cursor;
        for (int group = 0; group < cursor.Groups; group++)
        {
            ReadOnlySpan<int> sequences = cursor.Group(group, out int firstRow);
            for (int i = 0; i < cursor.Written; i++)
                Attend(sequences, cursor.Step + i, (firstRow + i) * _q.Columns, cursor.Written * _q.Columns);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");

    /// <summary>One step of the sequences of a group; their rows begin at an offset and lie a stride apart.</summary>
    private void Attend(ReadOnlySpan<int> sequences, int step, int offset, int stride)
    {
        _cache.AppendKeys(sequences, step, _k.Values[offset..], stride);
        _cache.AppendValues(sequences, step, _v.Values[offset..], stride);
        LaneTransposition.ToLanes(sequences, _q.Values[offset..], stride, _q.Columns, _queries.Span);
        SideBySideAttention.Attend(
            step + 1,
            _heads,
            _q.Columns / _heads,
            _queries.Span,
            _cache.Keys(sequences[0]),
            _cache.Values(sequences[0]),
            _weights.Span,
            _attended.Span,
            _scale);
        LaneTransposition.ToRows(sequences, _attended.Span, _output.Columns, _output.Values[offset..], stride);
    }
}
