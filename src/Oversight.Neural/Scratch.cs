namespace Oversight.Neural;

/// <summary>A piece of a tape's arena that belongs to one operation.</summary>
internal readonly struct Scratch(Tape tape, int offset, int length)
{
    public Span<float> Span => tape.ValueSpan(offset, length);
}
