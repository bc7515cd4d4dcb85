using System.Buffers.Binary;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;

namespace Oversight.Reports.Events;

/// <summary>
/// A TensorBoard event file. Each record is its length (8 bytes), the masked CRC-32C of these 8 bytes, the payload, and the masked CRC-32C of the
/// payload, all little-endian; a payload is an <c>Event</c> message (wall_time = 1, step = 2, file_version = 3, summary = 5), a summary a list of
/// values (tag = 1, simple_value = 2). Records reach the disk whole, in order, and none is lost to a disk that refuses for a while.
/// </summary>
public sealed class EventFile
{
    /// <summary>What the names of event files begin with; TensorBoard looks for it.</summary>
    internal const string Prefix = "events.out.tfevents.";
    private const string Version = "brain.Event:2";
    private readonly GrowingFile _file;
    private readonly TimeProvider _clock;

    /// <summary>Begins a file of its own, named after the time as TensorBoard wants it; <see cref="Flush"/> makes it.</summary>
    /// <param name="folder">Where it will stand.</param>
    /// <param name="clock">Says when events happen.</param>
    public EventFile(RunFolder folder, TimeProvider clock)
    {
        _file = folder.Growing(FreeName(folder, clock.GetUtcNow().ToUnixTimeSeconds()));
        _clock = clock;
        var header = new ProtobufWriter();
        header.Write(1, WallTime);
        header.Write(3, Version);
        Add(header.Written);
    }

    private double WallTime => _clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Adds numbers that were measured at a step, to be written by <see cref="Flush"/>.</summary>
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
        Add(message.Written);
    }

    /// <summary>Writes what has been added; on return it is on the disk.</summary>
    /// <exception cref="IOException">The disk refused; the records are kept.</exception>
    public void Flush() => _file.Flush();

    /// <summary>What a process that was killed left behind may end in half a record: nothing is added to it.</summary>
    private static string FreeName(RunFolder folder, long seconds)
    {
        string name = $"{Prefix}{seconds:D10}.oversight";
        string free = name;
        for (int i = 2; File.Exists(Path.Combine(folder.FullPath, free)); i++)
            free = $"{name}.{i}";
        return free;
    }

    private void Add(ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[8 + 4 + payload.Length + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Crc32C.Masked(record.AsSpan(0, 8)));
        payload.CopyTo(record.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + payload.Length), Crc32C.Masked(payload));
        _file.Add(record);
    }
}
