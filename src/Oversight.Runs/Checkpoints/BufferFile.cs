using System.Runtime.InteropServices;
using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Checkpoints;

/// <summary>Writes and reads what a run learns from: the transcripts of H and the latest batches. Little-endian; every size is checked before anything is reserved.</summary>
internal static class BufferFile
{
    private const ulong Magic = 0x3130465542564F; // "OVBUF01"

    /// <summary>Writes the buffers of a run.</summary>
    public static void Write(Stream stream, TrainingRun run)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        WriteTranscripts(writer, run.Transcripts);
        TargetBatch[] batches = [.. run.Replay.Published];
        writer.Write(batches.Length);
        foreach (TargetBatch batch in batches)
            WriteBatch(writer, batch);
    }

    /// <summary>Fills the buffers of a run.</summary>
    /// <exception cref="InvalidDataException">The file is not what <see cref="Write(Stream, TrainingRun)"/> makes for these options.</exception>
    public static void Read(Stream stream, TrainingRun run)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        Expect(stream, sizeof(ulong));
        if (reader.ReadUInt64() != Magic)
            throw new InvalidDataException("Expected the buffers of a run; the file begins with something else.");
        ReadTranscripts(reader, run.Transcripts);
        Expect(stream, sizeof(int));
        int batches = reader.ReadInt32();
        if (batches < 0 || batches > run.Replay.Capacity)
            throw new InvalidDataException($"Expected at most {run.Replay.Capacity} batches; the file claims {batches}.");
        run.Replay.Clear();
        for (int i = 0; i < batches; i++)
        {
            ReadBatch(reader, run.Replay.Next);
            run.Replay.Publish();
        }

        if (stream.Position != stream.Length)
            throw new InvalidDataException("Expected the end of the buffers; the file goes on.");
    }

    private static void WriteTranscripts(BinaryWriter writer, TranscriptStore? store)
    {
        writer.Write(store?.Count ?? 0);
        for (int i = 0; i < (store?.Count ?? 0); i++)
        {
            ReadOnlySpan<byte> symbols = store![i];
            writer.Write(symbols.Length);
            writer.Write(symbols);
        }
    }

    private static void ReadTranscripts(BinaryReader reader, TranscriptStore? store)
    {
        store?.Clear();
        Expect(reader.BaseStream, sizeof(int));
        int count = reader.ReadInt32();
        if (count < 0 || (count > 0 && store is null))
            throw new InvalidDataException($"Expected transcripts as the options say; the file claims {count}.");
        for (int i = 0; i < count; i++)
        {
            Expect(reader.BaseStream, sizeof(int));
            int length = reader.ReadInt32();
            if (length < 0 || length > store!.MaxLength)
                throw new InvalidDataException($"Expected a transcript of at most {store!.MaxLength} symbols; the file claims {length}.");
            Expect(reader.BaseStream, length);
            store.Add(reader.ReadBytes(length));
        }
    }

    private static void WriteBatch(BinaryWriter writer, TargetBatch batch)
    {
        writer.Write(batch.Contexts[0].Count);
        foreach (Facts facts in batch.Contexts)
        {
            foreach (Symbols statement in facts.Statements)
                Write(writer, statement);
        }

        foreach (Question question in batch.Questions)
            Write(writer, question.Words);
        foreach (Answer target in batch.Targets)
            Write(writer, target.Words);
        writer.Write(MemoryMarshal.AsBytes(batch.Weights.AsSpan()));
    }

    private static void ReadBatch(BinaryReader reader, TargetBatch batch)
    {
        Expect(reader.BaseStream, sizeof(int));
        int count = reader.ReadInt32();
        long rest = (long)batch.Questions.Length * (2 * Symbols.MaxLength + sizeof(float));
        if (count < 0)
            throw new InvalidDataException($"Expected a number of facts; the file claims {count}.");
        Expect(reader.BaseStream, (long)count * batch.Contexts.Length * Symbols.MaxLength + rest);
        var statements = new Symbols[count];
        for (int i = 0; i < batch.Contexts.Length; i++)
        {
            for (int j = 0; j < count; j++)
                statements[j] = Read(reader);
            batch.Contexts[i] = new Facts(statements);
        }

        for (int i = 0; i < batch.Questions.Length; i++)
            batch.Questions[i] = new Question(batch.Contexts[i / batch.QuestionsPerContext], Read(reader));
        for (int i = 0; i < batch.Targets.Length; i++)
            batch.Targets[i] = new Answer(Read(reader));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(batch.Weights.AsSpan()));
    }

    private static void Write(BinaryWriter writer, Symbols symbols)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        symbols.CopyTo(bytes);
        writer.Write(bytes);
    }

    private static Symbols Read(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        reader.BaseStream.ReadExactly(bytes);
        return new Symbols(bytes);
    }

    private static void Expect(Stream stream, long bytes)
    {
        if (stream.Length - stream.Position < bytes)
            throw new InvalidDataException($"Expected {bytes} more bytes of buffers; the file has {stream.Length - stream.Position}.");
    }
}
