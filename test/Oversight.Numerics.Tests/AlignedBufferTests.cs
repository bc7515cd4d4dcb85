using System.Runtime.CompilerServices;

namespace Oversight.Numerics.Tests;

public sealed class AlignedBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public unsafe void Constructor_AnyLength_IsZeroedAndAligned(int length)
    {
        using AlignedBuffer buffer = new(length);
        Assert.Equal(length, buffer.Length);
        Assert.Equal(length, buffer.Span.Length);
        Assert.All(buffer.Span.ToArray(), value => Assert.Equal(0f, value));
        if (length > 0) Assert.Equal(0u, (nuint)Unsafe.AsPointer(ref buffer.Span[0]) % 64);
    }

    [Fact]
    public void Constructor_NegativeLength_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedBuffer(-1));

    [Fact]
    public void Span_Disposed_Throws()
    {
        AlignedBuffer buffer = new(3);
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
    }
}
