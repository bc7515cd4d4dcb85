namespace Oversight.Numerics;

/// <summary>Each thread's own memory for packed pieces of both matrices; it grows to the largest piece and stays.</summary>
internal static unsafe class PackingScratch
{
    [ThreadStatic]
    private static AlignedBuffer? _buffer;

    /// <summary>The calling thread's scratch of at least <paramref name="length"/> floats; the content is undefined.</summary>
    internal static float* Rent(int length)
    {
        AlignedBuffer? buffer = _buffer;
        if (buffer is null || buffer.Length < length)
        {
            buffer?.Dispose();
            buffer = new AlignedBuffer(length);
            _buffer = buffer;
        }
        return buffer.Pointer;
    }
}
