namespace Oversight.Neural.Operations;

/// <summary>Writes one new key a sequence into a cache.</summary>
internal sealed class AppendOperation(SequenceCache cache, Tensor k) : Operation
{
    public override void Forward()
    {
        ReadOnlySpan<int> sequences = cache.Sequences;
        for (int row = 0; row < sequences.Length; row++)
            k.Row(row).CopyTo(cache.Keys(sequences[row])[(cache.Step * k.Columns)..]);
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
