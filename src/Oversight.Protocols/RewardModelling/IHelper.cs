namespace Oversight.Protocols.RewardModelling;

/// <summary>What helps H one level up: says of parts of answers how likely they are to be right. A network, a script or a person.</summary>
public interface IHelper
{
    /// <summary>The longest part that it can be asked about, in edges.</summary>
    int Longest { get; }

    /// <summary>Rates parts, many at a time.</summary>
    /// <param name="parts">Each of at most <see cref="Longest"/> edges.</param>
    /// <param name="ratings">Filled: 1 for surely right, 0 for surely wrong.</param>
    void Rate(ReadOnlySpan<Walk> parts, Span<float> ratings);
}
