using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>Writes the new keys of each sequence into a cache.</summary>
internal sealed class AppendOperation(Tape tape, SequenceCache cache, Tensor k) : Operation
{
    private readonly Scratch _rows = tape.NewScratch(cache.Columns * SideBySideAttention.Lanes);

    public override void Forward()
    {
        SequenceCursor cursor = cache.Cursor;
        for (int index = 0; index < cursor.Groups; index++)
            cache.AppendKeys(cursor.Group(index), LaneTransposition.Gather(cursor.LaneRows(index), k.Values, k.Columns, _rows.Span));
    }

    public override void Backward() => throw new InvalidOperationException("A cached step has no gradient.");
}
