namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = 0.</summary>
    /// <param name="destination">What is cleared.</param>
    public static void Clear(Span<float> destination) => destination.Clear();
}
