using System.Text;
using Oversight.Reports.Events;

namespace Oversight.Training.Tests.Events;

public sealed class Crc32CTests
{
    /// <summary>The examples of RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRC algorithms.</summary>
    public static TheoryData<byte[], uint> Published => new()
    {
        { new byte[32], 0x8a9136aa },
        { [.. Enumerable.Repeat((byte)0xff, 32)], 0x62a8ab43 },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)i)], 0x46dd794e },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))], 0x113fdb5c },
        { Encoding.ASCII.GetBytes("123456789"), 0xe3069283 },
        { [], 0 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Of_PublishedVector_PublishedChecksum(byte[] bytes, uint checksum)
    {
        Assert.Equal(checksum, Crc32C.Of(bytes));
        Assert.Equal(checksum, EventFileReader.Checksum(bytes));
    }
}
