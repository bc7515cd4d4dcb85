using System.Runtime.InteropServices;

namespace Oversight.Numerics.Tests;

/// <summary>Floats that end exactly where unreadable memory begins, so that reading or writing past them ends the process.</summary>
/// <remarks>On systems other than Linux it is plain memory.</remarks>
internal sealed unsafe class GuardedFloats : IDisposable
{
    private const int ReadWrite = 3, PrivateAnonymous = 0x22;

    private readonly byte* _pages;
    private readonly nuint _size;
    private readonly float* _floats;

    internal GuardedFloats(float[] values)
    {
        nuint page = (nuint)Environment.SystemPageSize, bytes = (nuint)values.Length * sizeof(float);
        nuint usable = (bytes + page - 1) / page * page;
        _size = usable + page;
        Length = values.Length;
        if (OperatingSystem.IsLinux())
        {
            _pages = (byte*)Map(null, _size, ReadWrite, PrivateAnonymous, -1, 0);
            Assert.Equal(0, Protect(_pages + usable, page, 0));
        }
        else _pages = (byte*)NativeMemory.Alloc(_size);
        _floats = (float*)(_pages + usable - bytes);
        values.CopyTo(Span);
    }

    internal int Length { get; }

    internal Span<float> Span => new(_floats, Length);

    public void Dispose()
    {
        if (OperatingSystem.IsLinux()) _ = Unmap(_pages, _size);
        else NativeMemory.Free(_pages);
    }

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(void* address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(void* address, nuint length);
}
