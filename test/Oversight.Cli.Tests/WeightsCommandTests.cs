using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>What <c>eval</c> and <c>ask</c> say of weights that are stale, foreign or spoilt; real processes.</summary>
public sealed class WeightsCommandTests(StoppedFixture stopped) : IClassFixture<StoppedFixture>
{
    [Fact]
    public void Eval_ResumedAndKilled_NewestCheckpointAndUnfinished()
    {
        using TemporaryFolder folder = stopped.Copy();
        using (Process process = ProgramRun.Start(folder.Path, "resume", "run", "--steps", "1000000"))
        {
            while (Checkpoints(folder).Max() < 200)
                Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(20)), "the run ended by itself");
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(folder.In("run", "result.json")));
        ProgramRun eval = ProgramRun.Of(folder.Path, "eval", "run", "--contexts", "4", "--json");
        Assert.True(eval.ExitCode == 0, eval.Error);
        JsonElement weights = JsonDocument.Parse(eval.Output).RootElement.GetProperty("weights");
        Assert.InRange(weights.GetProperty("step").GetInt32(), 13, int.MaxValue);
        Assert.StartsWith("checkpoints/round-", weights.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Matches("^unfinished, step [0-9,]+ of 1,000,000$", weights.GetProperty("state").GetString());
        foreach (string[] command in (string[][])[["eval", "run", "--contexts", "4"], ["ask", "run", "sigma^5(1)"]])
        {
            ProgramRun run = ProgramRun.Of(folder.Path, command);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Contains("Unfinished, step ", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("last", "final.safetensors")]
    [InlineData("best", "best.safetensors")]
    public void EvalAndAsk_NumbersChanged_OneLineCode2(string weights, string name)
    {
        using TemporaryFolder folder = stopped.Copy();
        string file = folder.In("run", "checkpoints", name);
        byte[] bytes = File.ReadAllBytes(file);
        for (int i = 1; i <= 2000; i++)
            bytes[^(4 * i - 3)] ^= 0x80;
        File.WriteAllBytes(file, bytes);
        foreach (string[] command in (string[][])[["eval", "run"], ["ask", "run", "sigma^5(1)"], ["eval", "run", "--trust"]])
        {
            ProgramRun run = ProgramRun.Of(folder.Path, [.. command, "--weights", weights]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("are not those that were written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
            Assert.Equal("", run.Output);
        }
    }

    private static IEnumerable<int> Checkpoints(TemporaryFolder folder) => Directory
        .GetDirectories(folder.In("run", "checkpoints"), "round-*")
        .Select(path => int.TryParse(System.IO.Path.GetFileName(path)["round-".Length..], out int round) ? round : 0);
}
