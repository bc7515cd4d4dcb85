using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>One new row a sequence attends to the cached rows of its own sequence, which it joins first.</summary>
internal sealed class CachedAttentionOperation(
    Tape tape, SequenceCache cache, Tensor q, Tensor k, Tensor v, int heads, float scale, Tensor output) : Operation
{
    private readonly int _width = cache.KeyColumns / heads;
    private readonly Scratch _weights = tape.NewScratch(cache.Steps);

    public override long ForwardFlops => 2L * q.Rows * (cache.Step + 1) * (cache.KeyColumns + cache.ValueColumns);

    public override void Forward()
    {
        ReadOnlySpan<int> sequences = cache.Sequences;
        for (int row = 0; row < sequences.Length; row++)
        {
            cache.AppendKey(sequences[row], k.Row(row));
            cache.AppendValue(sequences[row], v.Row(row));
            Attend(q.Row(row), cache.Keys(sequences[row]), cache.Values(sequences[row]), output.Row(row));
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");

    private void Attend(ReadOnlySpan<float> query, ReadOnlySpan<float> keys, ReadOnlySpan<float> values, Span<float> attended)
    {
        int steps = cache.Step + 1;
        Span<float> weights = _weights.Span[..steps];
        for (int head = 0; head < heads; head++)
        {
            int column = head * _width;
            StepAttention.Scores(steps, _width, query[column..], keys[(column * cache.Steps)..], cache.Steps, weights, scale);
            Softmax.Forward(1, steps, weights, steps, weights, steps, 1);
            StepAttention.Mix(steps, _width, weights, values[column..], cache.ValueColumns, attended[column..]);
        }
    }
}
