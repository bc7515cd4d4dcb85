using System.Runtime.InteropServices;
using System.Text;
using Oversight.Methods;
using Oversight.Neural;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using TestRun = Oversight.Training.Tests.Checkpoints.RecordedRun;

namespace Oversight.Training.Tests.Runs;

/// <summary>Weights that are not what they say are refused in one line, whichever of a run's files they stand in.</summary>
public sealed class WeightsTests
{
    private const string Final = "final.safetensors";
    private const string Best = "best.safetensors";

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_AsWritten_IsVerified(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        using TrainedRun run = Opened(path, file);
        Assert.True(run.Origin.IsVerified);
        Assert.Equal($"checkpoints/{file}", run.Origin.File);
        Assert.Equal(6, run.Origin.Step);
    }

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_SignsFlipped_RefusedEvenIfTrusted(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        Change(path, file, numbers =>
        {
            for (int i = 0; i < Math.Min(2000, numbers.Length); i++)
                numbers[i] = -numbers[i];
        });
        AssertRefused(path, file, "are not those that were written: their hash is not the one that the file says");
    }

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_NotNumbers_RefusedEvenIfTrusted(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        Change(path, file, numbers => numbers.Fill(float.NaN));
        AssertRefused(path, file, "are not all numbers");
    }

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_AnotherSeedsWeights_RefusedEvenIfTrusted(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        AssertForeign(temporary, path, file, TestRun.Short with { Seed = 2 }, "of another run");
    }

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_AnotherTasksWeights_RefusedEvenIfTrusted(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        AssertForeign(temporary, path, file, TestRun.Short with { Preset = "small" }, "of another task (iterate_c4_l2_k4; this one is iterate_c4_l1_k3)");
    }

    [Theory]
    [InlineData(Final)]
    [InlineData(Best)]
    public void TryOpen_AnotherNetworksWeights_RefusedEvenIfTrusted(string file)
    {
        using TemporaryFolder temporary = Trained(out string path);
        TrainingOptions wider = TestRun.Short with { Assistant = TestRun.Short.Assistant with { Width = 24 } };
        AssertForeign(temporary, path, file, wider, "of another network (lookup, width 24, 2 layers; this one is lookup, width 16, 2 layers)");
    }

    [Theory]
    [InlineData(Final, "are not those of result.json; if you put them there yourself, add --trust")]
    [InlineData(Best, "nobody can tell whether they are what was trained; if you know where they come from, add --trust")]
    public void TryOpen_NoHash_RefusedUnlessTrustedAndThenSaid(string file, string expected)
    {
        using TemporaryFolder temporary = Trained(out string path);
        using (TrainedRun run = Opened(path, file))
        {
            using FileStream made = File.Create(Path.Combine(path, "checkpoints", file));
            run.Weights.Student.Values[0] += 1;
            Safetensors.Write(made, run.Weights.Vectors, new Dictionary<string, string>());
        }

        Assert.False(TrainedRun.TryOpen(path, BuiltInMethods.Schema, file == Best, out _, out string? error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.True(TrainedRun.TryOpen(path, BuiltInMethods.Schema, file == Best, out TrainedRun? trusted, out error, trust: true), error);
        using (trusted)
        {
            Assert.False(trusted.Origin.IsVerified);
            Assert.EndsWith("carry no hash and were not checked; they are trusted because --trust says so.", trusted.Origin.Note, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TryOpen_FinalOfAnOlderVersion_VerifiedByTheResult()
    {
        using TemporaryFolder temporary = Trained(out string path);
        using (TrainedRun run = Opened(path, Final))
        {
            using FileStream made = File.Create(Path.Combine(path, "checkpoints", Final));
            Safetensors.Write(made, run.Weights.Vectors, new Dictionary<string, string> { ["task"] = "iterate_c4_l1_k3", ["step"] = "6" });
        }

        using TrainedRun again = Opened(path, Final);
        Assert.True(again.Origin.IsVerified);
    }

    [Theory]
    [InlineData("student.", "studemt.")]
    [InlineData("\"F32\"", "\"F16\"")]
    public void TryOpen_HeaderChanged_RefusedInOneLine(string was, string becomes)
    {
        using TemporaryFolder temporary = Trained(out string path);
        string file = Path.Combine(path, "checkpoints", Final);
        byte[] bytes = File.ReadAllBytes(file);
        int at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(was));
        Encoding.ASCII.GetBytes(becomes).CopyTo(bytes, at);
        File.WriteAllBytes(file, bytes);
        AssertRefused(path, Final, "Expected");
    }

    private static TemporaryFolder Trained(out string path)
    {
        TemporaryFolder temporary = TemporaryFolder.InMemory();
        path = temporary.In("run");
        TestRun.Train(path, TestRun.Short);
        // The best weights are those of some step; here of the last, so that both files say the same of themselves.
        File.Copy(Path.Combine(path, "checkpoints", Final), Path.Combine(path, "checkpoints", Best), overwrite: true);
        return temporary;
    }

    private static TrainedRun Opened(string path, string file)
    {
        Assert.True(TrainedRun.TryOpen(path, BuiltInMethods.Schema, file == Best, out TrainedRun? run, out string? error), error);
        return run;
    }

    private static void AssertForeign(TemporaryFolder temporary, string path, string file, TrainingOptions other, string expected)
    {
        TestRun.Train(temporary.In("other"), other);
        File.Copy(Path.Combine(temporary.In("other"), "checkpoints", file), Path.Combine(path, "checkpoints", file), overwrite: true);
        AssertRefused(path, file, expected);
    }

    private static void AssertRefused(string path, string file, string expected)
    {
        foreach (bool trust in (bool[])[false, true])
        {
            Assert.False(TrainedRun.TryOpen(path, BuiltInMethods.Schema, file == Best, out _, out string? error, trust));
            Assert.Contains(expected, error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error);
        }
    }

    private static void Change(string path, string name, Action<Span<float>> change)
    {
        string file = Path.Combine(path, "checkpoints", name);
        byte[] bytes = File.ReadAllBytes(file);
        int start = 8 + (int)BitConverter.ToUInt64(bytes);
        change(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(start)));
        File.WriteAllBytes(file, bytes);
    }
}
