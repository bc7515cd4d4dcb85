using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Runs.Folders;

/// <summary>
/// What a run leaves behind: <c>config.json</c>, <c>metrics.jsonl</c>, <c>transcripts/</c>, <c>checkpoints/</c> and <c>result.json</c>.
/// Knows where things stand in the folder and how they are written; what is wrong with a folder comes back as one line.
/// </summary>
public sealed class RunFolder
{
    /// <summary>The name that a page of results has where none is given.</summary>
    public const string ReportName = "report.html";

    private readonly IFileSystem _files;

    private RunFolder(string path, SettingsSchema schema, IFileSystem files) =>
        (FullPath, Schema, _files) = (System.IO.Path.GetFullPath(path), schema, files);

    /// <summary>The settings that its options may have.</summary>
    public SettingsSchema Schema { get; }

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Every option, the seed and the version.</summary>
    public string ConfigFile => In("config.json");

    /// <summary>One line an evaluation.</summary>
    public string MetricsFile => In("metrics.jsonl");

    /// <summary>The figures that count, once the run has ended.</summary>
    public string ResultFile => In("result.json");

    /// <summary>The weights at the end.</summary>
    public string CheckpointFile => In("checkpoints", "final.safetensors");

    /// <summary>The weights that answered best while training.</summary>
    public string BestFile => In("checkpoints", "best.safetensors");

    /// <summary>Where checkpoints to resume from are kept.</summary>
    public string CheckpointFolder => In("checkpoints");

    /// <summary>The page with curves, tables and transcripts.</summary>
    public string ReportFile => In(ReportName);

    /// <summary>The figures of an end that the run has gone on from since.</summary>
    public string SupersededResultFile => In("result.superseded.json");

    /// <summary>The weights of an end that the run has gone on from since.</summary>
    public string SupersededCheckpointFile => In("checkpoints", "superseded.safetensors");

    /// <summary>
    /// The run's name for itself, by which its weights are known; null in folders of older versions. It stays the same however often the run is resumed or its folder moved.
    /// </summary>
    public string? RunName { get; private init; }

    /// <summary>Held by the process that writes the run.</summary>
    public string LockFile => In("lock");

    /// <summary>Says which process holds the lock: the lock itself cannot be read while it is held.</summary>
    public string HolderFile => In("lock.process");

    /// <summary>The names under which a comparison keeps the run; null where none does.</summary>
    internal ImmutableArray<string>? Variants => ConfigFileReader.VariantsOf(ConfigFile);

    private string Transcripts => In("transcripts");

    /// <summary>A folder's name that is not taken: <c>task-preset-method-seed</c>, then with -2, -3 and so on.</summary>
    /// <param name="parent">Where it will stand.</param>
    /// <param name="options">Name it.</param>
    public static string FreePath(string parent, TrainingOptions options)
    {
        string name = $"{options.Task.Replace(':', '-')}-{options.Preset}-{Setting.Format(options.Method)}-{options.Seed}";
        string path = System.IO.Path.Combine(parent, name);
        for (int i = 2; Directory.Exists(path) || File.Exists(path); i++)
            path = System.IO.Path.Combine(parent, $"{name}-{i}");
        return path;
    }

    /// <summary>Makes the folder of a new run. If it cannot, nothing is left behind.</summary>
    /// <param name="path">A folder that is empty or does not exist.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="options">Written to <c>config.json</c>.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="error">Why not, one line.</param>
    /// <param name="files">The disk, where it is not the real one.</param>
    public static bool TryCreate(
        string path,
        SettingsSchema schema,
        TrainingOptions options,
        string version,
        [NotNullWhen(true)] out RunFolder? folder,
        [NotNullWhen(false)] out string? error,
        IFileSystem? files = null)
    {
        folder = null;
        bool existed = Directory.Exists(path);
        bool claimed = false;
        try
        {
            error = WhyNot(path);
            if (error is not null)
                return false;
            folder = new RunFolder(path, schema, files ?? DiskFileSystem.Instance) { RunName = NameOf(options) };
            folder._files.CreateFolder(folder.FullPath);
            // Of two processes that find the folder empty, one goes on.
            folder._files.CreateNew(folder.LockFile);
            claimed = true;
            folder._files.CreateFolder(folder.Transcripts);
            folder._files.CreateFolder(folder.CheckpointFolder);
            folder.WriteConfig(options, version);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (claimed)
                DiskTrouble.Ignore(() => Remove(path, keepFolder: existed, files ?? DiskFileSystem.Instance));
            folder = null;
            error = $"cannot write to the folder '{path}': {DiskTrouble.Line(exception)}; give another one with --out";
            return false;
        }
    }

    /// <summary>Opens the folder of a run and reads its options.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="options">What the run was asked to do.</param>
    /// <param name="error">Why not, one line.</param>
    /// <param name="files">The disk, where it is not the real one.</param>
    public static bool TryOpen(
        string path,
        SettingsSchema schema,
        [NotNullWhen(true)] out RunFolder? folder,
        [NotNullWhen(true)] out TrainingOptions? options,
        [NotNullWhen(false)] out string? error,
        IFileSystem? files = null)
    {
        (folder, options, error) = (null, null, null);
        if (!Directory.Exists(path))
            error = $"there is no folder '{path}'; give one that 'oversight train' made";
        else if (!File.Exists(System.IO.Path.Combine(path, "config.json")))
            error = $"'{path}' is not a run folder: it has no config.json; give one that 'oversight train' made";
        if (error is not null)
            return false;
        var found = new RunFolder(path, schema, files ?? DiskFileSystem.Instance);
        if (!ConfigFileReader.TryRead(found.ConfigFile, schema, out options, out string? problem))
        {
            error = $"'{path}' is not a run folder that can be read: {problem}";
            return false;
        }

        folder = new RunFolder(path, schema, found._files) { RunName = ConfigFileReader.RunNameOf(found.ConfigFile) };
        return true;
    }

    /// <summary>A file of the folder to which records are added, such as the metrics.</summary>
    /// <param name="name">The file's name.</param>
    internal GrowingFile Growing(string name) => new(_files, In(name));

    /// <summary>Takes the lock's file, which no other process can open meanwhile.</summary>
    /// <returns>To be disposed of to let go.</returns>
    /// <exception cref="IOException">Another process has it, or the disk refused.</exception>
    internal IDisposable TakeLock() => _files.OpenLocked(LockFile);

    /// <summary>Says which process has the lock.</summary>
    /// <param name="processId">The process.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    internal void WriteHolder(int processId) => _files.WriteFlushed(HolderFile, Encoding.ASCII.GetBytes(processId.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Writes the page with curves, tables and transcripts.</summary>
    /// <param name="page">The page.</param>
    internal void WriteReport(string page) => AtomicFile.Write(_files, ReportFile, page);

    /// <summary>Removes files that a process which was killed had begun to write.</summary>
    public void RemoveUnfinished()
    {
        foreach (string folder in (string[])[FullPath, Transcripts, CheckpointFolder])
        {
            if (!Directory.Exists(folder))
                continue;
            foreach (string file in Directory.EnumerateFiles(folder, "*" + AtomicFile.Unfinished))
                DiskTrouble.Ignore(() => _files.DeleteFile(file));
        }
    }

    /// <summary>Writes the weights that were the best so far.</summary>
    /// <param name="weights">See <see cref="BytesOf"/>.</param>
    public void WriteBest(ReadOnlySpan<byte> weights) => AtomicFile.Write(_files, BestFile, weights);

    /// <summary>
    /// Writes the options once more, as when a run is to go on for longer than it was first asked to. What a comparison calls the run stays.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="vectorWidths">See <see cref="TrainingSession.VectorWidths"/>; those of this process alone where it is left out.</param>
    public void WriteConfig(TrainingOptions options, string version, ImmutableArray<int> vectorWidths = default) =>
        WriteConfig(options, version, Variants, vectorWidths.IsDefault ? [Simd.Bits] : vectorWidths);

    /// <summary>Writes down under which names a comparison keeps the run, so that reports can call it the same later.</summary>
    /// <param name="names">Its names; an empty one for the row without a variant.</param>
    /// <param name="options">The options.</param>
    /// <param name="version">The program's version.</param>
    public void NameVariants(ImmutableArray<string> names, TrainingOptions options, string version)
    {
        if (Variants is not { } known || !known.SequenceEqual(names))
            WriteConfig(options, ConfigFileReader.VersionOf(ConfigFile) ?? version, names, ConfigFileReader.VectorWidthsOf(ConfigFile));
    }

    private void WriteConfig(TrainingOptions options, string version, ImmutableArray<string>? variants, ImmutableArray<int> vectorWidths)
    {
        var config = new JsonObject { ["format"] = ConfigFileReader.Kind, ["version"] = version };
        if (RunName is not null)
            config["run"] = RunName;
        if (variants is { } names)
            config["variants"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        if (!vectorWidths.IsEmpty)
            config["vectorWidths"] = new JsonArray([.. vectorWidths.Select(bits => JsonValue.Create(bits))]);
        config["options"] = OptionsJson.Write(options);
        AtomicFile.Write(_files, ConfigFile, OptionsJson.Print(config));
    }

    /// <summary>
    /// Marks an earlier end of the run as superseded: the run goes on, and until it has ended again nothing may take the old figures and weights for the newest. The page that
    /// shows them is removed; it is made from the other files whenever it is asked for.
    /// </summary>
    /// <exception cref="IOException">The disk refused.</exception>
    internal void Supersede()
    {
        // The figures go first: without them nothing counts as the end, wherever this stops.
        Rename(ResultFile, SupersededResultFile);
        Rename(CheckpointFile, SupersededCheckpointFile);
        if (File.Exists(ReportFile))
            _files.DeleteFile(ReportFile);
    }

    /// <summary>Writes a sample of transcripts.</summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="text">The transcripts, to be read by people.</param>
    public void WriteTranscripts(string name, string text) => AtomicFile.Write(_files, System.IO.Path.Combine(Transcripts, name + ".txt"), text);

    /// <summary>Writes the weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="stamp">What the file says of itself.</param>
    public void WriteCheckpoint(RunWeights weights, WeightsStamp stamp) => AtomicFile.Write(_files, CheckpointFile, BytesOf(weights, stamp));

    /// <summary>Writes the figures that count.</summary>
    /// <param name="result">The figures.</param>
    public void WriteResult(JsonObject result) => AtomicFile.Write(_files, ResultFile, OptionsJson.Print(result));

    /// <summary>Weights as they stand in a file.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="stamp">What the file says of itself.</param>
    internal static byte[] BytesOf(RunWeights weights, WeightsStamp stamp)
    {
        using var content = new MemoryStream();
        Safetensors.Write(content, weights.Vectors, stamp.ToMetadata());
        return content.ToArray();
    }

    /// <summary>Runs of the same options and seed come to the same bytes, however long they go on, so they may share a name.</summary>
    private static string NameOf(TrainingOptions options) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(OptionsJson.Print(OptionsJson.Write(OptionsDifference.WithoutLimits(options))))))[..16];

    private void Rename(string from, string to)
    {
        if (File.Exists(from))
            _files.ReplaceFile(from, to);
    }

    private static string? WhyNot(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "the output folder has no name; give one with --out";
        if (File.Exists(path))
            return $"'{path}' is a file; give a folder that is new or empty with --out";
        return Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()
            ? $"the folder '{path}' is not empty; give one that is new or empty with --out"
            : null;
    }

    private static void Remove(string path, bool keepFolder, IFileSystem files)
    {
        if (!keepFolder)
        {
            files.DeleteFolder(path);
            return;
        }

        foreach (string entry in Directory.EnumerateDirectories(path))
            files.DeleteFolder(entry);
        foreach (string entry in Directory.EnumerateFiles(path))
            files.DeleteFile(entry);
    }

    private string In(params string[] parts) => System.IO.Path.Combine([FullPath, .. parts]);
}
