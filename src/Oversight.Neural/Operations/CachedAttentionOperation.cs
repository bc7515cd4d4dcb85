using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>One new row a sequence attends to the cached rows of its own sequence.</summary>
internal sealed class CachedAttentionOperation(
    Tape tape, SequenceCache cache, Tensor q, Tensor k, Tensor v, int heads, float scale, Tensor output) : Operation
{
    private readonly Scratch _weights = tape.NewScratch(cache.Steps);

    public override void Forward()
    {
        ReadOnlySpan<int> sequences = cache.Sequences;
        int steps = cache.Step + 1;
        int width = cache.KeyColumns / heads;
        Span<float> weights = _weights.Span[..steps];
        for (int row = 0; row < sequences.Length; row++)
        {
            Span<float> keys = cache.Keys(sequences[row]);
            Span<float> values = cache.Values(sequences[row]);
            k.Row(row).CopyTo(keys[(cache.Step * k.Columns)..]);
            v.Row(row).CopyTo(values[(cache.Step * v.Columns)..]);
            for (int head = 0; head < heads; head++)
            {
                int column = head * width;
                MatrixMultiply.MultiplyTransposedRight(
                    1, steps, width, q.Row(row)[column..], q.Columns, keys[column..], k.Columns, weights, steps);
                Softmax.Forward(1, steps, weights, steps, weights, steps, scale);
                MatrixMultiply.Multiply(
                    1, width, steps, weights, steps, values[column..], v.Columns, output.Row(row)[column..], output.Columns);
            }
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
