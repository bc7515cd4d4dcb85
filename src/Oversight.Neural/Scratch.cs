namespace Oversight.Neural;

/// <summary>Memory of one operation.</summary>
internal readonly struct Scratch(Arena arena, ArenaPiece piece, int length)
{
    public Span<float> Span => arena.Span(piece, length);
}
