using System.Buffers.Binary;

namespace Oversight.Training.Events;

/// <summary>
/// A TensorBoard event file. Each record is its length (8 bytes), the masked CRC-32C of these 8 bytes, the payload, and the masked CRC-32C of the
/// payload, all little-endian; a payload is an <c>Event</c> message (wall_time = 1, step = 2, file_version = 3, summary = 5), a summary a list of
/// values (tag = 1, simple_value = 2). Each record is handed to the system whole, so that a crash loses none that was written before it.
/// </summary>
public sealed class EventFile
{
    private const string Version = "brain.Event:2";
    private readonly string _path;
    private readonly TimeProvider _clock;

    private EventFile(string path, TimeProvider clock) => (_path, _clock) = (path, clock);

    private double WallTime => _clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Begins a file, named after the time as TensorBoard wants it.</summary>
    /// <param name="folder">Where it will stand.</param>
    /// <param name="clock">Says when events happen.</param>
    public static EventFile Create(string folder, TimeProvider clock)
    {
        string name = $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds():D10}.oversight";
        var file = new EventFile(Path.Combine(folder, name), clock);
        var header = new ProtobufWriter();
        header.Write(1, file.WallTime);
        header.Write(3, Version);
        file.Append(header.Written);
        return file;
    }

    /// <summary>Adds numbers that were measured at a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="scalars">Each number with its tag; slashes make groups.</param>
    public void Add(long step, IEnumerable<(string Tag, double Value)> scalars)
    {
        var summary = new ProtobufWriter();
        foreach ((string tag, double value) in scalars)
        {
            var scalar = new ProtobufWriter();
            scalar.Write(1, tag);
            scalar.Write(2, (float)value);
            summary.Write(1, scalar.Written);
        }

        var message = new ProtobufWriter();
        message.Write(1, WallTime);
        message.Write(2, step);
        message.Write(5, summary.Written);
        Append(message.Written);
    }

    private void Append(ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[8 + 4 + payload.Length + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Crc32C.Masked(record.AsSpan(0, 8)));
        payload.CopyTo(record.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + payload.Length), Crc32C.Masked(payload));
        using FileStream stream = File.Open(_path, FileMode.Append, FileAccess.Write);
        stream.Write(record);
    }
}
