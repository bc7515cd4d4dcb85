using System.Text.Json;

namespace Oversight.Cli.Tests;

public sealed class BenchCommandTests
{
    [Fact]
    public void Bench_Json_OneObjectWithRoofAndCounts()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "bench", "--json", "--threads", "1", "--only", "x-lookup", "--repetitions", "1", "--seconds", "0");
        Assert.Equal(0, run.ExitCode);

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement[] measured = [.. json.RootElement.GetProperty("measurements").EnumerateArray()];
        Assert.Equal(["fma", "x-lookup"], measured.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(1, measured[0].GetProperty("ofPeak").GetDouble());
        JsonElement step = measured[1];
        Assert.Equal("steps", step.GetProperty("unit").GetString());
        Assert.Equal(1, step.GetProperty("units").GetDouble());
        Assert.True(step.GetProperty("gflop").GetDouble() > 0.1);
        Assert.Equal(0, step.GetProperty("allocatedBytes").GetDouble());
        Assert.True(folder.IsEmpty);
    }

    [Fact]
    public void Bench_Table_ARowForEach()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "bench", "--threads", "1", "--only", "teacher-lookup", "--repetitions", "1", "--seconds", "0");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("fma", run.Output, StringComparison.Ordinal);
        Assert.Contains("teacher-lookup", run.Output, StringComparison.Ordinal);
        Assert.Contains("questions", run.Output, StringComparison.Ordinal);
    }
}
