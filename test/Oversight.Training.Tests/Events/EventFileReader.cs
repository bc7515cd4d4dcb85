using System.Buffers.Binary;
using System.Text;

namespace Oversight.Training.Tests.Events;

/// <summary>
/// Reads event files, written from the description of the format alone: records of TFRecord (length, masked CRC-32C of the length, payload, masked CRC-32C
/// of the payload) that hold protocol buffers of event.proto and summary.proto. Checks every checksum, bit by bit.
/// </summary>
internal static class EventFileReader
{
    private const uint ReflectedPolynomial = 0x82f63b78;

    /// <summary>The events in order.</summary>
    public static List<ReadEvent> Read(byte[] file)
    {
        var events = new List<ReadEvent>();
        for (int at = 0; at < file.Length;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Mask(Checksum(file[at..(at + 8)])), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            byte[] payload = file[(at + 12)..(at + 12 + length)];
            Assert.Equal(Mask(Checksum(payload)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            events.Add(ReadOne(payload));
            at += 16 + length;
        }

        return events;
    }

    /// <summary>CRC-32C by its definition, one bit at a time.</summary>
    public static uint Checksum(byte[] bytes)
    {
        uint crc = 0xffffffff;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ ReflectedPolynomial : crc >> 1;
        }

        return crc ^ 0xffffffff;
    }

    private static uint Mask(uint crc) => unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8);

    private static ReadEvent ReadOne(byte[] message)
    {
        var read = new ReadEvent();
        foreach ((int field, object value) in Fields(message))
        {
            read = field switch
            {
                1 => read with { WallTime = BitConverter.UInt64BitsToDouble((ulong)value) },
                2 => read with { Step = (long)(ulong)value },
                3 => read with { Version = Encoding.UTF8.GetString((byte[])value) },
                5 => read with { Scalars = [.. Fields((byte[])value).Select(item => ReadScalar((byte[])item.Value))] },
                _ => throw new InvalidDataException($"field {field}"),
            };
        }

        return read;
    }

    private static (string Tag, float Value) ReadScalar(byte[] message)
    {
        Dictionary<int, object> fields = Fields(message).ToDictionary(field => field.Number, field => field.Value);
        return (Encoding.UTF8.GetString((byte[])fields[1]), BitConverter.UInt32BitsToSingle((uint)fields[2]));
    }

    private static IEnumerable<(int Number, object Value)> Fields(byte[] message)
    {
        int at = 0;
        while (at < message.Length)
        {
            ulong key = ReadNumber(message, ref at);
            object value = (key & 7) switch
            {
                0 => ReadNumber(message, ref at),
                1 => BinaryPrimitives.ReadUInt64LittleEndian(Take(message, ref at, 8)),
                2 => Take(message, ref at, (int)ReadNumber(message, ref at)),
                5 => BinaryPrimitives.ReadUInt32LittleEndian(Take(message, ref at, 4)),
                _ => throw new InvalidDataException($"wire type {key & 7}"),
            };
            yield return ((int)(key >> 3), value);
        }
    }

    private static ulong ReadNumber(byte[] message, ref int at)
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return number;
        }
    }

    private static byte[] Take(byte[] message, ref int at, int length)
    {
        byte[] taken = message[at..(at + length)];
        at += length;
        return taken;
    }
}
