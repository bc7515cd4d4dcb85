using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The logits of one row a sequence, that of the last step written, over the cached keys of its own sequence; -infinity for the future.</summary>
internal sealed class CachedScoresOperation(Tape tape, SequenceCache cache, Tensor q, float scale, Tensor output) : Operation
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly Scratch _queries = tape.NewScratch(cache.KeyColumns * Lanes);
    private readonly Scratch _scores = tape.NewScratch(cache.Cursor.Steps * Lanes);

    public override long ForwardFlops => 2L * q.Rows * Steps * cache.KeyColumns;

    private int Steps => cache.Cursor.Step + cache.Cursor.Written;

    public override void Forward()
    {
        SequenceCursor cursor = cache.Cursor;
        int row = 0;
        for (int group = 0; group < cursor.Groups; group++)
        {
            ReadOnlySpan<int> sequences = cursor.Group(group, out _);
            LaneTransposition.ToLanes(sequences, q.Values[(row * q.Columns)..], q.Columns, q.Columns, _queries.Span);
            SideBySideAttention.Scores(Steps, q.Columns, _queries.Span, cache.Keys(sequences[0]), _scores.Span, scale);
            LaneTransposition.ToRows(sequences, _scores.Span, Steps, output.Values[(row * output.Columns)..], output.Columns);
            for (int end = row + sequences.Length; row < end; row++)
                output.Row(row)[Steps..].Fill(float.NegativeInfinity);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
