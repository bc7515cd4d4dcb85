namespace Oversight.Neural;

/// <summary>A piece of an <see cref="Arena"/> that is needed from one moment to another; moments are numbers of operations.</summary>
/// <param name="length">Floats.</param>
/// <param name="from">The first moment at which it is needed.</param>
/// <param name="to">The last moment at which it is needed.</param>
internal sealed class ArenaPiece(int length, int from, int to)
{
    public int Length { get; } = length;

    public int From { get; } = from;

    public int To { get; set; } = to;

    /// <summary>Its place, once the arena is laid out.</summary>
    public int Offset { get; set; }

    public int End => Offset + Length;

    /// <summary>Whether both are needed at some moment, so that they must not share a place.</summary>
    public bool Meets(ArenaPiece other) => From <= other.To && other.From <= To;
}
