using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Oversight.Cli.Tests;

public sealed class TrainCommandTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    private static readonly string[] Fields =
    [
        "task", "preset", "method", "seed", "accuracy", "byDepth", "steps", "preparingSteps", "rounds", "preparingRounds", "humanQueries",
        "labels", "seconds",
        "stepsPerSecond", "peakMemoryMb", "threads", "vectorWidth", "stopped", "folder",
    ];

    [Fact]
    public void Train_Json_LastLineHasExactlyTheFields()
    {
        Assert.True(trained.Run.ExitCode == 0, trained.Run.Error);
        using JsonDocument json = JsonDocument.Parse(trained.Run.LastLine);
        JsonElement root = json.RootElement;
        Assert.Equal(Fields, root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["student", "teacher", "amplified"], root.GetProperty("accuracy").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["bits 2", "bits 3"], root.GetProperty("byDepth").EnumerateObject().Select(property => property.Name));
        Assert.All(
            root.GetProperty("byDepth").EnumerateObject(),
            depth => Assert.Equal(["teacher", "amplified"], depth.Value.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("amplify", root.GetProperty("method").GetString());
        Assert.Equal(3, root.GetProperty("seed").GetInt64());
        Assert.Equal(30, root.GetProperty("steps").GetInt32());
        Assert.Equal(2, root.GetProperty("threads").GetInt32());
        Assert.Equal(0, root.GetProperty("labels").GetInt32());
        Assert.InRange(root.GetProperty("humanQueries").GetInt32(), 64, 500);
        Assert.Contains(root.GetProperty("vectorWidth").GetInt32(), new[] { 0, 128, 256, 512 });
        Assert.Equal("steps", root.GetProperty("stopped").GetString());
    }

    [Fact]
    public void Train_Json_StandardOutputHoldsNothingElse()
    {
        Assert.Single(trained.Run.Output.TrimEnd().Split('\n'));
        Assert.Contains("human queries", trained.Run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Ended_FolderHoldsEverything()
    {
        string[] expected =
        [
            "checkpoints/final.safetensors", "config.json", "metrics.jsonl", "result.json", "transcripts/final.txt",
            "transcripts/step-000010.txt", "transcripts/step-000020.txt", "lock", "checkpoints/best.safetensors",
        ];
        Assert.All(expected, file => Assert.True(File.Exists(trained.In(["run", .. file.Split('/')])), file));
        Assert.Empty(Directory.GetFiles(trained.In("run"), "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Train_OneThread_SameMetricsAndWeightsAsTwo()
    {
        using var folder = new TemporaryFolder();
        ProgramRun one = ProgramRun.Of(
            folder.Path, ["train", "permutation-powering", .. TrainedFixture.Short, "--steps", "30", "--seed", "3", "--threads", "1", "--out", "run"]);
        Assert.True(one.ExitCode == 0, one.Error);
        Assert.Equal(WithoutSeconds(trained.In("run", "metrics.jsonl")), WithoutSeconds(folder.In("run", "metrics.jsonl")));
        Assert.Equal(
            File.ReadAllBytes(trained.In("run", "checkpoints", "final.safetensors")),
            File.ReadAllBytes(folder.In("run", "checkpoints", "final.safetensors")));
        Assert.Equal(File.ReadAllText(trained.In("run", "transcripts", "final.txt")), File.ReadAllText(folder.In("run", "transcripts", "final.txt")));
    }

    [Fact]
    public void Train_NoFolderNamed_NamesOneThatIsFree()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["train", "permutation-powering", .. TrainedFixture.Short, "--method", "supervised", "--steps", "5"];
        ProgramRun first = ProgramRun.Of(folder.Path, arguments);
        ProgramRun second = ProgramRun.Of(folder.Path, arguments);
        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Error + second.Error);
        Assert.True(File.Exists(folder.In("runs", "permutation-powering-tiny-supervised-1", "result.json")));
        Assert.True(File.Exists(folder.In("runs", "permutation-powering-tiny-supervised-1-2", "result.json")));
        Assert.Contains("labels (true answers)", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Interrupted_MeasuresSavesAndSaysSo()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        using Process process = ProgramRun.Start(
            folder.Path,
            ["train", "permutation-powering", .. TrainedFixture.Short, "--steps", "1000000", "--minutes", "2", "--out", "run", "--json"]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("teacher", StringComparison.Ordinal))
            continue;
        ProgramRun.Signal(process, "INT");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("interrupted: ending this round", run.Error, StringComparison.Ordinal);
        Assert.Contains("Go on with  oversight resume run", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"stopped\":\"interrupted\"", run.LastLine, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.In("run", "checkpoints", "final.safetensors")));
    }

    [Fact]
    public void Train_Log_SaysWhatWasLearnedAndWhatToTryNext()
    {
        Assert.Contains("It learned from", trained.Run.Error, StringComparison.Ordinal);
        Assert.Contains("oversight ask run \"sigma^", trained.Run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', trained.Run.Error);
    }

    private static string[] WithoutSeconds(string file)
    {
        string[] lines = File.ReadAllLines(file);
        Assert.Equal(4, lines.Length);
        return [.. lines.Select(line => Regex.Replace(line, ",\"seconds\":[0-9.]+}$", "}"))];
    }
}
