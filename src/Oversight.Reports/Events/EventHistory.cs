using System.Buffers.Binary;
using Oversight.Runs.Folders;

namespace Oversight.Reports.Events;

/// <summary>
/// The event files that earlier parts of a run left. A run that goes on from a checkpoint no longer has the points that were measured after it, so these are cut off: a curve
/// must not run on into a future that did not happen.
/// </summary>
internal static class EventHistory
{
    private const int HeadLength = 12;
    private const int TailLength = 4;
    private const int StepField = 2;
    private const int SummaryField = 5;

    /// <summary>Cuts the files of a folder to the evaluations that a run still has.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="evaluations">How many evaluations it has.</param>
    /// <param name="step">The step where it stands.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Cut(RunFolder folder, int evaluations, long step)
    {
        foreach (string path in Directory.EnumerateFiles(folder.FullPath, EventFile.Prefix + "*").Order(StringComparer.Ordinal))
        {
            byte[] file = File.ReadAllBytes(path);
            int length = KeptLength(file, step, ref evaluations);
            if (length < file.Length)
                folder.Growing(Path.GetFileName(path)).ContinueFrom(length);
        }
    }

    /// <summary>How many bytes of a file stay: whole records up to the first that is not wanted.</summary>
    private static int KeptLength(ReadOnlySpan<byte> file, long step, ref int evaluations)
    {
        int at = 0;
        while (TryRead(file[at..], out ReadOnlySpan<byte> payload))
        {
            if (IsMeasurement(payload, out long measuredAt) && (measuredAt > step || --evaluations < 0))
            {
                evaluations = 0;
                return at;
            }

            at += HeadLength + payload.Length + TailLength;
        }

        return at;
    }

    private static bool TryRead(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> payload)
    {
        payload = [];
        if (rest.Length < HeadLength + TailLength)
            return false;
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(rest);
        if (length > (ulong)(rest.Length - HeadLength - TailLength))
            return false;
        payload = rest.Slice(HeadLength, (int)length);
        return Crc32C.Masked(payload) == BinaryPrimitives.ReadUInt32LittleEndian(rest[(HeadLength + payload.Length)..]);
    }

    /// <summary>Whether an event holds figures, and of which step.</summary>
    private static bool IsMeasurement(ReadOnlySpan<byte> payload, out long step)
    {
        (step, bool hasSummary) = (0, false);
        var reader = new ProtobufReader(payload);
        while (reader.TryNext(out int field, out ulong number))
        {
            if (field == StepField)
                step = (long)number;
            hasSummary |= field == SummaryField;
        }

        return hasSummary;
    }
}
