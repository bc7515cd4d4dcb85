using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Oversight.Neural;
using Oversight.Training.Runs;

namespace Oversight.Training.Checkpoints;

/// <summary>
/// The checkpoints of a run: one folder each, <c>round-000150</c>, with the weights (safetensors), the state (JSON), the buffers, and a manifest that gives
/// the length and the SHA-256 of each. A checkpoint appears whole or not at all: it is written under another name, flushed to the disk and renamed. The last few are kept.
/// </summary>
public sealed class CheckpointStore
{
    /// <summary>The version of the format; a checkpoint of another version is refused.</summary>
    public const int FormatVersion = 1;

    private const int Kept = 3;
    private const string Prefix = "round-";
    private const string WeightsName = "weights.safetensors";
    private const string StateName = "state.json";
    private const string BuffersName = "buffers.bin";
    private const string ManifestName = "manifest.json";
    private const long LargestState = 1 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly string _folder;
    private readonly IFileSystem _files;

    /// <summary>The checkpoints in a folder.</summary>
    /// <param name="folder">The folder; made when the first is written.</param>
    /// <param name="files">The disk.</param>
    public CheckpointStore(string folder, IFileSystem files) => (_folder, _files) = (folder, files);

    /// <summary>Takes down a run as it stands, without touching the disk, so that training can go on while it is written.</summary>
    /// <param name="session">The run, at a barrier.</param>
    /// <param name="metricsLength">Bytes of <c>metrics.jsonl</c> so far.</param>
    public static CheckpointContent Take(TrainingSession session, long metricsLength)
    {
        RunState state = session.Capture(metricsLength);
        var metadata = new Dictionary<string, string>
        {
            ["program"] = "oversight",
            ["format"] = FormatVersion.ToString(),
            ["task"] = session.Run.Task.Configuration,
            ["round"] = state.Rounds.ToString(),
        };
        return new CheckpointContent(
            state.Rounds,
            session.Run.Task.Configuration,
            [
                (WeightsName, Bytes(stream => Safetensors.Write(stream, session.Run.TrainingVectors, metadata))),
                (StateName, JsonSerializer.SerializeToUtf8Bytes(state, Json)),
                (BuffersName, Bytes(stream => BufferFile.Write(stream, session.Run))),
            ]);
    }

    /// <summary>Writes a checkpoint, and then removes those that are too old.</summary>
    /// <param name="content">What <see cref="Take"/> took down.</param>
    /// <exception cref="IOException">The disk refused; what was there before is untouched.</exception>
    public void Write(CheckpointContent content)
    {
        string name = $"{Prefix}{content.Round:D8}";
        string unfinished = Path.Combine(_folder, name + ".tmp");
        _files.DeleteFolder(unfinished);
        _files.CreateFolder(unfinished);
        foreach ((string file, byte[] bytes) in content.Files)
            _files.WriteFlushed(Path.Combine(unfinished, file), bytes);
        var manifest = new CheckpointManifest(
            FormatVersion, content.Configuration, [.. content.Files.Select(file => CheckpointFile.Of(file.Name, file.Bytes))]);
        _files.WriteFlushed(Path.Combine(unfinished, ManifestName), manifest.Seal(Json));
        _files.FlushFolder(unfinished);
        string finished = Path.Combine(_folder, name);
        _files.DeleteFolder(finished);
        _files.RenameFolder(unfinished, finished);
        _files.FlushFolder(_folder);
        foreach (string old in Finished().Skip(Kept))
            _files.DeleteFolder(old);
    }

    /// <summary>Restores the newest checkpoint that is whole.</summary>
    /// <param name="session">A session of the same options at its start; left as it is if there is no checkpoint.</param>
    /// <param name="damaged">One line for each checkpoint that was passed over.</param>
    /// <returns>The state, or null if there is no checkpoint that is whole.</returns>
    public RunState? Restore(TrainingSession session, ICollection<string> damaged)
    {
        foreach (string checkpoint in Finished())
        {
            try
            {
                return Read(checkpoint, session);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException or UnauthorizedAccessException)
            {
                damaged.Add($"{Path.GetFileName(checkpoint)} is damaged: {exception.Message.ReplaceLineEndings(" ")}");
            }
        }

        return null;
    }

    /// <summary>Checks every byte before anything is restored, so that a damaged checkpoint leaves the session as it was.</summary>
    private static RunState Read(string checkpoint, TrainingSession session)
    {
        CheckpointManifest manifest = CheckpointManifest.Open(File.ReadAllBytes(Checked(checkpoint, ManifestName, LargestState)), Json);
        if (manifest.Format != FormatVersion)
            throw new InvalidDataException($"it has format {manifest.Format}, this program reads format {FormatVersion}");
        if (manifest.Configuration != session.Run.Task.Configuration)
            throw new InvalidDataException($"it belongs to {manifest.Configuration}, the run is about {session.Run.Task.Configuration}");
        foreach (string name in (string[])[WeightsName, StateName, BuffersName])
            Verify(checkpoint, manifest.Find(name));

        RunState state = JsonSerializer.Deserialize<RunState>(File.ReadAllBytes(Checked(checkpoint, StateName, LargestState)), Json)
            ?? throw new InvalidDataException("its state is empty");
        using (FileStream weights = File.OpenRead(Path.Combine(checkpoint, WeightsName)))
            Safetensors.Read(weights, session.Run.TrainingVectors);
        using (FileStream buffers = File.OpenRead(Path.Combine(checkpoint, BuffersName)))
            BufferFile.Read(buffers, session.Run);
        session.Restore(state);
        return state;
    }

    private static void Verify(string checkpoint, CheckpointFile file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(checkpoint, file.Name));
        if (stream.Length != file.Length)
            throw new InvalidDataException($"{file.Name} has {stream.Length} bytes, its manifest says {file.Length}");
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
            throw new InvalidDataException($"{file.Name} does not have the checksum that its manifest says");
    }

    private static string Checked(string checkpoint, string name, long largest)
    {
        string path = Path.Combine(checkpoint, name);
        long length = new FileInfo(path).Length;
        return length <= largest ? path : throw new InvalidDataException($"{name} has {length} bytes, at most {largest} are allowed");
    }

    /// <summary>The checkpoints that were finished, the newest first.</summary>
    private string[] Finished() => Directory.Exists(_folder)
        ? Directory.EnumerateDirectories(_folder, Prefix + "*")
            .Where(path => !path.EndsWith(".tmp", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .ToArray()
        : [];

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
