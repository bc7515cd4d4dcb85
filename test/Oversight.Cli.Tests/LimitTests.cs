using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>What a person sees of limits: the same number for every method, and why a run ended.</summary>
public sealed class LimitTests
{
    private static readonly string[] Small =
    [
        "permutation-powering", "--preset", "tiny", "--until", "1", "--json",
        "--set", "human.initial=9", "--set", "humanModel.readyBelow=1000", "--set", "batch.contexts=2", "--set", "batch.questions=4",
        "--set", "assistant.width=16", "--set", "weak.steps=5", "--set", "weak.pretraining=4",
        "--set", "evaluation.contexts=1", "--set", "evaluation.finalContexts=1",
    ];

    [Fact]
    public void Compare_AllMethods_EveryRowTakesTheSameSteps()
    {
        using var folder = new TemporaryFolder();
        string[] all = ["compare", .. Small, "--methods", "all", "--seeds", "1", "--steps", "7", "--out", "all"];
        ProgramRun run = ProgramRun.Of(folder.Path, [.. all, "--set", "replay.stepsPerRound=4", "--variant", "wide: assistant.width=24"]);
        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.LastLine);
        JsonElement[] rows = [.. json.RootElement.GetProperty("comparisons")[0].GetProperty("rows").EnumerateArray()];
        Assert.Equal(7 * 3, rows.Length);
        Assert.All(rows, row => Assert.Equal(7, row.GetProperty("steps").GetDouble()));
        Assert.All(rows, row =>
        {
            bool prepares = row.GetProperty("method").GetString() == "weak-to-strong";
            Assert.Equal(prepares ? 4 : 0, row.GetProperty("preparingSteps").GetDouble());
        });
        Assert.Contains("preparing steps", File.ReadAllText(folder.In("all", "compare.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WeakToStrong_StepsAreItsOwnAndStayTheLimitWhenResumed()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, ["train", .. Small, "--method", "weak-to-strong", "--steps", "3", "--out", "run"]);
        Assert.True(run.ExitCode == 0, run.Error);
        AssertCounts(run, steps: 3, preparingSteps: 4, preparingRounds: 5);
        const string prepared = "Preparing had taken 5 rounds, with 4 steps of X and 5 steps of its weak supervisor.";
        Assert.Contains(prepared, Flat(run.Error), StringComparison.Ordinal);
        ProgramRun more = ProgramRun.Of(folder.Path, "resume", "run", "--steps", "5", "--json");
        Assert.True(more.ExitCode == 0, more.Error);
        AssertCounts(more, steps: 5, preparingSteps: 4, preparingRounds: 5);
    }

    [Fact]
    public void Train_HumanQueriesUsedUp_SaysSoAndHowToTrainWithMore()
    {
        using var folder = new TemporaryFolder();
        string[] train = ["train", .. Small, "--method", "amplify-scripted", "--set", "human.queries=13", "--out", "run"];
        ProgramRun run = ProgramRun.Of(folder.Path, train);
        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.LastLine);
        Assert.Equal(13, json.RootElement.GetProperty("humanQueries").GetInt32());
        Assert.Equal("queries", json.RootElement.GetProperty("stopped").GetString());
        string text = Flat(run.Error);
        Assert.Contains("The human queries are used up", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on with", text, StringComparison.Ordinal);
        string again = text[text.IndexOf("oversight train permutation-powering", StringComparison.Ordinal)..];
        Assert.Contains("--set human.queries=26", again, StringComparison.Ordinal);
        ProgramRun more = ProgramRun.Of(folder.Path, again.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
        Assert.True(more.ExitCode == 0, more.Error);
        Assert.Contains("26 human queries", Flat(more.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human.queries=0", "human.queries is 0, and the method is amplify")]
    [InlineData("human.initial=0,human.rate=0", "human.initial, human.rate and human.least are all 0, and the method is amplify")]
    public void Train_CountsThatComeToNothing_RefusedInOneLine(string settings, string expected)
    {
        using var folder = new TemporaryFolder();
        string[] given = [.. settings.Split(',').SelectMany(setting => (string[])["--set", setting])];
        ProgramRun run = ProgramRun.Of(folder.Path, ["train", "permutation-powering", "--preset", "tiny", .. given]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.True(folder.IsEmpty);
    }

    private static void AssertCounts(ProgramRun run, int steps, int preparingSteps, int preparingRounds)
    {
        using JsonDocument json = JsonDocument.Parse(run.LastLine);
        JsonElement root = json.RootElement;
        int[] found = [.. ((string[])["steps", "preparingSteps", "preparingRounds"]).Select(name => root.GetProperty(name).GetInt32())];
        Assert.Equal([steps, preparingSteps, preparingRounds], found);
    }

    /// <summary>What was printed with its lines joined: a terminal breaks them where it likes.</summary>
    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[])['\n', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
