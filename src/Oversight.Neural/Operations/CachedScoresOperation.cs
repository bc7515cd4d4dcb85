using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The logits of one row a sequence over the cached keys of its own sequence; -infinity for the future.</summary>
internal sealed class CachedScoresOperation(SequenceCache cache, Tensor q, float scale, Tensor output) : Operation
{
    public override long ForwardFlops => 2L * q.Rows * (cache.Step + 1) * cache.KeyColumns;

    public override void Forward()
    {
        ReadOnlySpan<int> sequences = cache.Sequences;
        int steps = cache.Step + 1;
        for (int row = 0; row < sequences.Length; row++)
        {
            Span<float> scores = output.Row(row);
            StepAttention.Scores(steps, q.Columns, q.Row(row), cache.Keys(sequences[row]), cache.Steps, scores, scale);
            scores[steps..].Fill(float.NegativeInfinity);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
