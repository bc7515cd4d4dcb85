namespace Oversight.Neural.Operations;

/// <summary>Writes the new keys of each sequence into a cache.</summary>
internal sealed class AppendOperation(SequenceCache cache, Tensor k) : Operation
{
    public override void Forward()
    {
        SequenceCursor cursor = cache.Cursor;
        for (int group = 0; group < cursor.Groups; group++)
        {
            ReadOnlySpan<int> sequences = cursor.Group(group, out int firstRow);
            for (int i = 0; i < cursor.Written; i++)
                cache.AppendKeys(sequences, cursor.Step + i, k.Values[((firstRow + i) * k.Columns)..], cursor.Written * k.Columns);
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
