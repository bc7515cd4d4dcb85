namespace Oversight.Neural.Operations;

/// <summary>Writes one new key a sequence into a cache.</summary>
internal sealed class AppendOperation(SequenceCache cache, Tensor k) : Operation
{
    public override void Forward()
    {
        ReadOnlySpan<int> sequences = cache.Sequences;
        for (int row = 0; row < sequences.Length; row++)
            cache.AppendKey(sequences[row], k.Row(row));
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
