using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>Writes the new keys of each sequence into a cache.</summary>
internal sealed class AppendOperation(Tape tape, SequenceCache cache, Tensor k) : Operation
{
    private readonly Scratch _rows = tape.NewScratch(cache.Columns * SideBySideAttention.Lanes);

    public override void Forward()
    {
        foreach (SequenceStep step in cache.Cursor.Writing)
        {
            ReadOnlySpan<float> keys = k.Values[(step.FirstRow * k.Columns)..];
            for (int index = 0; index < step.Groups; index++)
                cache.WriteKeys(step.Group(index), step.Number, LaneTransposition.Gather(step.LaneRows(index), keys, k.Columns, _rows.Span));
        }
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
