using System.Runtime.InteropServices;

namespace Oversight.Numerics;

/// <summary>Owns zeroed native memory for floats, aligned to 64 bytes: one cache line and one AVX-512 vector.</summary>
/// <remarks>
/// Keep the buffer reachable while its span is in use: the memory is freed by <see cref="Dispose"/> or, failing that, when the
/// buffer is collected. Spans over disjoint parts may be used from different threads; disposing is for one thread, when no
/// span is in use any more.
/// </remarks>
public sealed unsafe class AlignedBuffer : IDisposable
{
    private const nuint Alignment = 64;

    private float* _memory;

    /// <summary>Allocates <paramref name="length"/> floats, all 0.</summary>
    /// <param name="length">Number of floats, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="OutOfMemoryException">The memory cannot be had.</exception>
    public AlignedBuffer(int length)
    {
        ThrowHelper.CheckSize(length);
        nuint bytes = (nuint)length * sizeof(float);
        _memory = (float*)NativeMemory.AlignedAlloc(Math.Max(bytes, Alignment), Alignment);
        NativeMemory.Clear(_memory, bytes);
        Length = length;
        GC.AddMemoryPressure((long)Math.Max(bytes, Alignment));
    }

    /// <summary>Frees the memory of a buffer that was not disposed.</summary>
    ~AlignedBuffer() => Free();

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>All floats of the buffer.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public Span<float> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory == null, this);
            return new Span<float>(_memory, Length);
        }
    }

    /// <summary>Address of the first float, for kernels that hold the buffer.</summary>
    internal float* Pointer => _memory;

    /// <summary>Frees the memory; spans over it must not be used any more.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_memory == null) return;
        NativeMemory.AlignedFree(_memory);
        _memory = null;
        GC.RemoveMemoryPressure((long)Math.Max((nuint)Length * sizeof(float), Alignment));
    }
}
