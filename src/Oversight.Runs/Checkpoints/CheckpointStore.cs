using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Oversight.Neural;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Runs.Checkpoints;

/// <summary>
/// The checkpoints of a run: one folder each, <c>round-000150</c>, with the weights (safetensors), the state (JSON), the buffers, and a manifest that gives
/// the length and the SHA-256 of each. A checkpoint appears whole or not at all: it is written under another name, flushed to the disk and renamed. The last few are kept.
/// One that is damaged is passed over; once the run has gone on and saved again it is put aside under the ending <c>.damaged</c>.
/// </summary>
public sealed class CheckpointStore
{
    /// <summary>The version of the format; a checkpoint of another version is refused.</summary>
    public const int FormatVersion = 2;

    private const int Kept = 3;
    /// <summary>How the name of a checkpoint's folder begins.</summary>
    internal const string Prefix = "round-";

    private const string WeightsName = "weights.safetensors";
    private const string StateName = "state.json";
    private const string BuffersName = "buffers.bin";
    private const string OptionsName = "options.json";
    private const string ManifestName = "manifest.json";
    private const string Unfinished = ".tmp";
    private const string Damaged = ".damaged";
    private const long LargestState = 1 << 20;

    /// <summary>How a checkpoint's JSON is written; unknown and repeated names are refused.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly string _folder;
    private readonly SettingsSchema _schema;
    private readonly IFileSystem _files;

    /// <summary>The checkpoints in a folder.</summary>
    /// <param name="folder">The folder; must be there when one is written, so that a run folder which vanished does not come back as half of one.</param>
    /// <param name="schema">The settings that a run's options may have.</param>
    /// <param name="files">The disk.</param>
    public CheckpointStore(string folder, SettingsSchema schema, IFileSystem files) => (_folder, _schema, _files) = (folder, schema, files);

    /// <summary>The path of the newest checkpoint, damaged or not; null if there is none.</summary>
    public string? Newest => Finished().FirstOrDefault();

    /// <summary>Takes down a run as it stands, without touching the disk, so that training can go on while it is written.</summary>
    /// <param name="session">The run, at a barrier.</param>
    /// <param name="metricsLength">Bytes of <c>metrics.jsonl</c> so far.</param>
    /// <param name="best">The largest share found right so far.</param>
    public static CheckpointContent Take(TrainingSession session, long metricsLength, double best = -1)
    {
        RunState state = session.Capture(metricsLength) with { Best = best };
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
                (WeightsName, Bytes(WeightBytes(session), stream => Safetensors.Write(stream, session.Run.TrainingVectors, metadata))),
                (StateName, JsonSerializer.SerializeToUtf8Bytes(state, Json)),
                (BuffersName, Bytes(0, stream => BufferFile.Write(stream, session.Run))),
                (OptionsName, Encoding.UTF8.GetBytes(OptionsJson.Print(OptionsJson.Write(session.Options)))),
            ])
        {
            StepsOfRound = session.Run.StepsOfRound,
        };
    }

    /// <summary>Writes a checkpoint, and then removes those that are too old.</summary>
    /// <param name="content">What <see cref="Take"/> took down.</param>
    /// <exception cref="IOException">The disk refused; what was there before is untouched.</exception>
    public void Write(CheckpointContent content)
    {
        string name = content.Name;
        string unfinished = Path.Combine(_folder, name + Unfinished);
        if (!Directory.Exists(_folder))
            throw new DirectoryNotFoundException($"the folder '{_folder}' is gone");
        foreach (string abandoned in Directory.EnumerateDirectories(_folder, $"{Prefix}*{Unfinished}"))
            _files.DeleteFolder(abandoned);
        try
        {
            WriteFiles(unfinished, content);
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            // A full disk gets its room back; if that fails too, the next checkpoint tries again.
            DiskTrouble.Ignore(() => _files.DeleteFolder(unfinished));
            throw;
        }

        string finished = Path.Combine(_folder, name);
        _files.DeleteFolder(finished);
        _files.RenameFolder(unfinished, finished);
        _files.FlushFolder(_folder);
        Tidy(finished);
    }

    /// <summary>Restores the newest checkpoint that is whole.</summary>
    /// <param name="session">A session of the same options at its start; left as it is if there is no checkpoint.</param>
    /// <param name="damaged">One line for each checkpoint that was passed over.</param>
    /// <returns>The state, or null if there is no checkpoint that is whole; then the session must not be used.</returns>
    /// <exception cref="OtherOptionsException">The newest checkpoint that is whole was made with other options.</exception>
    public RunState? Restore(TrainingSession session, ICollection<string> damaged)
    {
        foreach (string checkpoint in Finished())
        {
            try
            {
                return Read(checkpoint, session);
            }
            catch (Exception exception) when (DiskTrouble.Is(exception) || exception is InvalidDataException)
            {
                damaged.Add($"{Path.GetFileName(checkpoint)} is damaged: {DiskTrouble.Line(exception)}");
            }
        }

        return null;
    }

    /// <summary>Finds the newest checkpoint that is whole, for its weights alone.</summary>
    /// <param name="configuration">The task's configuration.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="after">Only checkpoints that stand later than this count.</param>
    /// <param name="damaged">One line for each checkpoint that was passed over.</param>
    /// <returns>Null if there is none.</returns>
    internal CheckpointedWeights? NewestWeights(
        string configuration, TrainingOptions options, (int Rounds, int Steps) after, ICollection<string> damaged)
    {
        foreach (string checkpoint in Finished().Where(path => RoundOf(path) >= after.Rounds))
        {
            try
            {
                RunState state = Verified(checkpoint, configuration, options);
                if (state.Rounds > after.Rounds || (state.Assistant.IsWithinRound && state.Assistant.Batches > after.Steps))
                    return new CheckpointedWeights(Path.GetFileName(checkpoint), Path.Combine(checkpoint, WeightsName), state.Assistant.Batches);
            }
            catch (Exception exception) when (DiskTrouble.Is(exception) || exception is InvalidDataException or OtherOptionsException)
            {
                damaged.Add($"{Path.GetFileName(checkpoint)} cannot be used: {DiskTrouble.Line(exception)}");
            }
        }

        return null;
    }

    private static int RoundOf(string checkpoint) => int.TryParse(Path.GetFileName(checkpoint)[Prefix.Length..].Split('-')[0], out int round) ? round : 0;

    /// <summary>Checks every byte of a checkpoint, and that it is of this run.</summary>
    private RunState Verified(string checkpoint, string configuration, TrainingOptions options)
    {
        CheckpointManifest manifest = CheckpointManifest.Open(File.ReadAllBytes(Checked(checkpoint, ManifestName, LargestState)), Json);
        if (manifest.Format != FormatVersion)
            throw new InvalidDataException($"it has format {manifest.Format}, this program reads format {FormatVersion}");
        if (manifest.Configuration != configuration)
            throw new InvalidDataException($"it belongs to {manifest.Configuration}, the run is about {configuration}");
        foreach (string name in (string[])[WeightsName, StateName, BuffersName])
            Verify(checkpoint, manifest.Find(name));

        RefuseOtherOptions(checkpoint, manifest, options);
        return StrictJson.Read<RunState>(OlderState.Update(File.ReadAllBytes(Checked(checkpoint, StateName, LargestState))), Json, "state");
    }

    /// <summary>Checks every byte before anything is restored, so that a damaged checkpoint leaves the session as it was.</summary>
    private RunState Read(string checkpoint, TrainingSession session)
    {
        RunState state = Verified(checkpoint, session.Run.Task.Configuration, session.Options);
        state.Check(session);
        using (FileStream weights = File.OpenRead(Path.Combine(checkpoint, WeightsName)))
            Safetensors.Read(weights, session.Run.VectorsAt(state.Assistant));
        if (session.Run.VectorsAt(state.Assistant).Any(part => !part.Vector.IsFinite))
            throw new InvalidDataException("its weights are not all numbers");
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
            .Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal) && !path.EndsWith(Damaged, StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .ToArray()
        : [];

    /// <summary>About as many bytes as the weights take, so that taking them down copies each once.</summary>
    private static int WeightBytes(TrainingSession session)
    {
        long header = session.Run.TrainingVectors.Sum(part => 200L * part.Vector.Layout.Parameters.Count);
        return checked((int)(header + session.Run.TrainingVectors.Sum(part => (long)part.Vector.Values.Length * sizeof(float))));
    }

    private static ReadOnlyMemory<byte> Bytes(int capacity, Action<Stream> write)
    {
        using var stream = new MemoryStream(capacity);
        write(stream);
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private void RefuseOtherOptions(string checkpoint, CheckpointManifest manifest, TrainingOptions options)
    {
        // Checkpoints were without their options once.
        if (!manifest.Names(OptionsName))
            return;
        Verify(checkpoint, manifest.Find(OptionsName));
        TrainingOptions made = CheckpointedOptions.Read(_schema, File.ReadAllBytes(Checked(checkpoint, OptionsName, LargestState)));
        if (OptionsDifference.FirstOfRun(options, made) is { } difference)
            throw new OtherOptionsException(Path.GetFileName(checkpoint), difference);
    }

    private void WriteFiles(string folder, CheckpointContent content)
    {
        _files.CreateFolderWithin(folder);
        foreach ((string file, ReadOnlyMemory<byte> bytes) in content.Files)
            _files.WriteFlushed(Path.Combine(folder, file), bytes.Span);
        var manifest = new CheckpointManifest(
            FormatVersion, content.Configuration, [.. content.Files.Select(file => CheckpointFile.Of(file.Name, file.Bytes.Span))]);
        _files.WriteFlushed(Path.Combine(folder, ManifestName), manifest.Seal(Json));
        _files.FlushFolder(folder);
    }

    /// <summary>Removes what is too old, and puts aside what claims to be newer: the run went on from before it, so it was damaged.</summary>
    private void Tidy(string written)
    {
        foreach (string later in Finished().TakeWhile(path => string.CompareOrdinal(path, written) > 0))
        {
            _files.DeleteFolder(later + Damaged);
            _files.RenameFolder(later, later + Damaged);
        }

        foreach (string old in Finished().Skip(Kept))
            _files.DeleteFolder(old);
    }
}
