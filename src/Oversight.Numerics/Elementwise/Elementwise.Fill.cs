namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = value.</summary>
    /// <param name="destination">What is filled.</param>
    /// <param name="value">The value.</param>
    public static void Fill(Span<float> destination, float value) => destination.Fill(value);
}
