namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination += x.</summary>
    /// <param name="x">The input.</param>
    /// <param name="destination">What is added to, at least as long as x.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void AddTo(ReadOnlySpan<float> x, Span<float> destination) =>
        Update(default(Sum), x, destination);
}
