using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>With <c>--json</c> standard output holds one JSON object and nothing else, whatever the command.</summary>
public sealed class JsonOutputTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    [Theory]
    [InlineData("ask run sigma^5(1) --json", "folder", "run")]
    [InlineData("ask run sigma(3) --truth --json", "question", "sigma^1(3)")]
    [InlineData("eval run --contexts 4 --json", "folder", "run")]
    [InlineData("resume run --json", "folder", "run")]
    [InlineData("report run --out page.html --json", "file", "page.html")]
    [InlineData("tasks --json", "tasks", null)]
    [InlineData("tasks show union-find --preset tiny --json", "task", "union-find")]
    [InlineData("settings --json", "preset", "paper")]
    [InlineData("settings assistant.width --task shortest-path --preset small --method debate --json", "method", "debate")]
    public void Program_Json_OneObjectOnStandardOutput(string arguments, string name, string? value)
    {
        ProgramRun run = ProgramRun.Of(trained.Path, arguments.Split(' '));
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement root = OneObject(run);
        Assert.True(root.TryGetProperty(name, out JsonElement found), run.Output);
        if (value is not null)
            Assert.Equal(value, found.GetString());
    }

    [Fact]
    public void Train_Json_NamesTheFolderItChose()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(
            folder.Path, ["train", "permutation-powering", .. TrainedFixture.Short, "--method", "supervised", "--steps", "2", "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(File.Exists(folder.In(OneObject(run).GetProperty("folder").GetString()!, "result.json")));
    }

    [Fact]
    public void Compare_Json_NamesTheFoldersOfItsRuns()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(
            folder.Path,
            [
                "compare", "permutation-powering", .. TrainedFixture.Short, "--methods", "supervised", "--seeds", "-1-0,0", "--steps", "2",
                "--json",
            ]);
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement root = OneObject(run);
        string all = root.GetProperty("folder").GetString()!;
        JsonElement[] runs = [.. root.GetProperty("comparisons")[0].GetProperty("rows")[0].GetProperty("runs").EnumerateArray()];
        Assert.Equal([-1, 0], runs.Select(one => one.GetProperty("seed").GetInt64()).Order());
        Assert.All(runs, one => Assert.True(File.Exists(folder.In(all, one.GetProperty("folder").GetString()!, "result.json"))));
    }

    [Fact]
    public void Ask_Json_TreeWithProbabilitiesAndTruth()
    {
        JsonElement root = OneObject(ProgramRun.Of(trained.Path, "ask", "run", "sigma^5(1)", "--truth", "--json"));
        Assert.Equal("teacher", root.GetProperty("assistant").GetProperty("who").GetString());
        Assert.InRange(root.GetProperty("assistant").GetProperty("probability").GetDouble(), 0, 1);
        Assert.Equal("sigma^5(1)", root.GetProperty("amplified").GetProperty("question").GetString());
        Assert.NotEmpty(root.GetProperty("amplified").GetProperty("subQuestions").EnumerateArray());
        Assert.Contains("sigma(0) = ", root.GetProperty("facts")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Play_Json_DebateOnStandardErrorResultOnStandardOutput()
    {
        using var folder = new TemporaryFolder();
        using Process process = ProgramRun.Start(folder.Path, "debate", "play", "--seed", "1", "--json");
        process.StandardInput.Write("yes\nholder\n");
        process.StandardInput.Close();
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("holder", OneObject(run).GetProperty("winner").GetString());
        Assert.Contains("The holder claims", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The one object that a program printed.</summary>
    internal static JsonElement OneObject(ProgramRun run)
    {
        string line = Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        return json.RootElement.Clone();
    }
}
