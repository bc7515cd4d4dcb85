using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>Argument checks of the public methods. Inside the library sizes are trusted.</summary>
internal static class ThrowHelper
{
    /// <summary>Requires a size of at least 0.</summary>
    internal static void CheckSize(int size, [CallerArgumentExpression(nameof(size))] string name = "")
    {
        if (size < 0) ThrowNegative(size, name);
    }

    /// <summary>Requires a span of exactly <paramref name="expected"/> floats.</summary>
    internal static void CheckLength<T>(
        ReadOnlySpan<T> span, int expected, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != expected) ThrowLength(span.Length, expected, name);
    }

    /// <summary>Requires a span of at least <paramref name="least"/> elements.</summary>
    internal static void CheckAtLeast<T>(
        ReadOnlySpan<T> span, long least, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length < least) ThrowTooShort(span.Length, least, name);
    }

    /// <summary>Requires room for <paramref name="rows"/> rows of <paramref name="columns"/> floats, a stride apart.</summary>
    internal static void CheckMatrix(
        ReadOnlySpan<float> span, int rows, int columns, int stride, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (rows == 0 || columns == 0) return;
        if (stride < columns) ThrowStride(stride, columns, name);
        CheckAtLeast(span, ((long)(rows - 1) * stride) + columns, name);
    }

    [DoesNotReturn]
    internal static void ThrowEmpty(string name) => throw new ArgumentException("The span is empty; at least one element is needed.", name);

    [DoesNotReturn]
    internal static void ThrowIndex(int index, int rows, string name) =>
        throw new ArgumentException($"Index {index} is outside the table; allowed are -1 (none) to {rows - 1}.", name);

    [DoesNotReturn]
    private static void ThrowNegative(int size, string name) =>
        throw new ArgumentOutOfRangeException(name, size, "A size is at least 0.");

    [DoesNotReturn]
    private static void ThrowLength(int length, int expected, string name) =>
        throw new ArgumentException($"The span has {length} elements; {expected} are needed.", name);

    [DoesNotReturn]
    private static void ThrowTooShort(int length, long least, string name) =>
        throw new ArgumentException($"The span has {length} elements; at least {least} are needed.", name);

    [DoesNotReturn]
    private static void ThrowStride(int stride, int columns, string name) =>
        throw new ArgumentException($"The row stride is {stride}; a row has {columns} columns.", name);
}
