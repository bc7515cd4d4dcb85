using System.Text;
using Oversight.Conformance;
using Oversight.Core;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Pages;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Fuzzing;

/// <summary>Every parser and reader of the program.</summary>
internal sealed class FuzzTargets : IDisposable
{
    private const long Small = 1 << 20;
    private const long Large = 4 << 20;

    // A page shows every setting there is beside what was learned: of a sound run it takes some five million bytes.
    private const long Page = 8 << 20;
    private readonly WorkerPool _pool = new(1);
    private readonly TrainingSession _session;
    private readonly AlgorithmicTask[] _tasks;
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly RecordedRun _written;

    public FuzzTargets()
    {
        _written = WrittenRun.Write(_folder.In("run"), WrittenRun.Options(), 0.75);
        _session = new TrainingSession(Checkpoints.RecordedRun.Short, _pool, TimeProvider.System);
        for (int i = 0; i < 6; i++)
            _session.Run.NextRound();
        CheckpointContent content = CheckpointStore.Take(_session, metricsLength: 100);
        _tasks = [.. TaskCatalog.Variants.SelectMany(variant => new[] { TaskPreset.Tiny, TaskPreset.Paper }.Select(preset => TaskCatalog.Create(variant.Name, preset)))];
        All =
        [
            new FuzzTarget("question", 40, Small, [.. _tasks.SelectMany(Questions)], ReadQuestion),
            new FuzzTarget("setting", 10, Small, Settings(), ReadSetting),
            new FuzzTarget(
                "config.json", 12, Large, [Config(Checkpoints.RecordedRun.Short), Config(Other(AssistantKind.Published))], ReadConfig),
            new FuzzTarget("weights.safetensors", 10, Large, [Weights()], ReadWeights),
            new FuzzTarget("manifest.json", 10, Large, [Manifest(content)], ReadManifest),
            new FuzzTarget("state.json", 8, Large, [Part(content, "state.json")], ReadState),
            new FuzzTarget("options.json", 5, Large, [Part(content, "options.json")], bytes => Allow<InvalidDataException>(() => CheckpointedOptions.Read(BuiltInMethods.Schema, bytes))),
            new FuzzTarget("buffers.bin (transcripts, batches)", 5, Large, [Part(content, "buffers.bin")], ReadBuffers),
            new FuzzTarget("fixture", 5, Large, FixtureLines(), ReadFixture),
            new FuzzTarget("metrics.jsonl", 5, Large, [File.ReadAllBytes(_written.Folder.MetricsFile)], ReadMetrics),
            new FuzzTarget("result.json", 5, Large, [File.ReadAllBytes(_written.Folder.ResultFile)], ReadResult),
            new FuzzTarget("report of spoilt metrics", 1, Page, [File.ReadAllBytes(_written.Folder.MetricsFile)], ReadReport),
        ];
    }

    public IReadOnlyList<FuzzTarget> All { get; }

    public void Dispose()
    {
        _folder.Dispose();
        _session.Dispose();
        _pool.Dispose();
    }

    private static void Allow<T>(Action read)
        where T : Exception
    {
        try
        {
            read();
        }
        catch (T exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
        }
    }

    private static IEnumerable<byte[]> Questions(AlgorithmicTask task)
    {
        var random = Fixture.Key("questions").Stream();
        for (int i = 0; i < 3; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            yield return Encoding.UTF8.GetBytes(task.FormatQuestion(task.DrawQuestion(context, random).Words));
        }

        yield return Encoding.UTF8.GetBytes(task.Grammar);
    }

    /// <summary>What is read is printed, and printed it is read as the same.</summary>
    private void ReadQuestion(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        AlgorithmicTask task = _tasks[bytes.Length % _tasks.Length];
        if (!task.TryParse(text, out Symbols words))
            return;
        Assert.True(task.TryParse(task.FormatQuestion(words), out Symbols again));
        Assert.Equal(words, again);
    }

    private static byte[][] Settings() =>
        [.. BuiltInMethods.Schema.Settings.Select(setting => Encoding.UTF8.GetBytes($"{setting.Path}={setting.Default}")), "recipe=faithful"u8.ToArray()];

    private static void ReadSetting(byte[] bytes)
    {
        if (!BuiltInMethods.Schema.TryApply(Checkpoints.RecordedRun.Short, [Encoding.UTF8.GetString(bytes)], out _, out string? error))
            Assert.DoesNotContain('\n', error);
    }

    private static TrainingOptions Other(AssistantKind network) =>
        Presets.Create("shortest-path", TaskPreset.Paper, BuiltInMethods.Get("supervised")) with { Assistant = Fixture.AssistantOptions(network) };

    private static byte[] Config(TrainingOptions options) =>
        Encoding.UTF8.GetBytes("{\"format\":\"oversight run 1\",\"version\":\"1\",\"options\":" + OptionsJson.Write(options).ToJsonString() + "}");

    /// <summary>Options that are accepted are written and read as the same.</summary>
    private static void ReadConfig(byte[] bytes)
    {
        if (!ConfigFileReader.TryParse(bytes, BuiltInMethods.Schema, out TrainingOptions? options, out string? error))
            Assert.DoesNotContain('\n', error);
        else
            Assert.True(ConfigFileReader.TryParse(Config(options), BuiltInMethods.Schema, out TrainingOptions? again, out error) && again == options, error);
    }

    private static ParameterVector Vector()
    {
        var layout = new ParameterLayout();
        layout.Add("table", 3, 4, Initialisers.One);
        layout.Add("gain", 1, 4, Initialisers.Zero);
        return new ParameterVector(layout);
    }

    private static byte[] Weights()
    {
        using ParameterVector vector = Vector();
        using var stream = new MemoryStream();
        Safetensors.Write(stream, [("student.", vector), ("teacher.", vector)], new Dictionary<string, string> { ["step"] = "7" });
        return stream.ToArray();
    }

    private static void ReadWeights(byte[] bytes)
    {
        using ParameterVector vector = Vector();
        Allow<InvalidDataException>(() => Safetensors.Read(new MemoryStream(bytes), [("student.", vector), ("teacher.", vector)]));
    }

    private static byte[] Manifest(CheckpointContent content) =>
        new CheckpointManifest(1, content.Configuration, [.. content.Files.Select(file => CheckpointFile.Of(file.Name, file.Bytes.Span))]).Seal(CheckpointStore.Json)[..^65];

    /// <summary>Half of the inputs are given the checksum that goes with them, or nothing behind the checksum would ever be read.</summary>
    private static void ReadManifest(byte[] bytes)
    {
        byte[] file = bytes.Length % 2 == 0
            ? bytes
            : [.. bytes, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) + "\n")];
        Allow<InvalidDataException>(() =>
        {
            CheckpointManifest manifest = CheckpointManifest.Open(file, CheckpointStore.Json);
            manifest.Names("options.json");
            Assert.Equal("weights.safetensors", manifest.Find("weights.safetensors").Name);
        });
    }

    private static byte[] Part(CheckpointContent content, string name) => content.Files.Single(file => file.Name == name).Bytes.ToArray();

    /// <summary>A state that passes every check can be gone on from.</summary>
    private void ReadState(byte[] bytes) => Allow<InvalidDataException>(() =>
    {
        RunState state = StrictJson.Read<RunState>(bytes, CheckpointStore.Json, "state");
        state.Check(_session);
        _session.Restore(state);
        _session.Capture(0);
    });

    private void ReadBuffers(byte[] bytes) => Allow<InvalidDataException>(() => BufferFile.Read(new MemoryStream(bytes), _session.Run));

    private static byte[][] FixtureLines() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.jsonl")
            .Select(file => File.ReadLines(file).MinBy(line => line.Length)!)
            .Select(Encoding.UTF8.GetBytes),
    ];

    private static void ReadFixture(byte[] bytes) => Allow<FixtureFormatException>(() =>
    {
        foreach (FixtureContext context in FixtureReader.Read(new StringReader(Encoding.UTF8.GetString(bytes)), "fuzz"))
            Assert.NotNull(context.Task);
    });

    private static void ReadMetrics(byte[] bytes) => AllowReadErrors(() => RecordedRun.ReadSteps(Encoding.UTF8.GetString(bytes)));

    private static void ReadResult(byte[] bytes) => AllowReadErrors(() => RecordedRun.ReadResult(Encoding.UTF8.GetString(bytes), last: null));

    /// <summary>What is read can be drawn, however odd the figures are.</summary>
    private void ReadReport(byte[] bytes) => AllowReadErrors(() =>
    {
        var steps = RecordedRun.ReadSteps(Encoding.UTF8.GetString(bytes));
        if (RecordedRun.ReadResult(null, steps.LastOrDefault()) is not { } result)
            return;
        RecordedRun read = _written with { Steps = steps, Result = result, Milestones = RecordedRun.MilestonesOf(_written.Task, steps) };
        Drawn(() => new ReportPage(Comparison.Of([read])).Write());
    });

    /// <summary>Trouble in drawing is never an error of reading.</summary>
    private static void Drawn(Func<string> page)
    {
        try
        {
            Assert.NotEmpty(page());
        }
        catch (Exception exception) when (RecordedRun.IsReadError(exception))
        {
            throw new NotSupportedException("The page could not be drawn.", exception);
        }
    }

    private static void AllowReadErrors(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (RecordedRun.IsReadError(exception))
        {
            Assert.DoesNotContain('\n', exception.Message.ReplaceLineEndings(" "));
        }
    }
}
