using System.Security.Cryptography;
using System.Text;
using Oversight.Methods;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A damaged checkpoint is recognised and named, and the one before it is used, to the same end.</summary>
public sealed class DamageTests
{
    private static readonly string[] Names = ["weights.safetensors", "state.json", "buffers.bin", "options.json", "manifest.json"];

    public static TheoryData<string, string> Damages
    {
        get
        {
            var damages = new TheoryData<string, string>();
            foreach (string name in Names)
            {
                foreach (string how in (string[])["flipped", "truncated", "longer", "missing", "emptied"])
                    damages.Add(name, how);
            }

            return damages;
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Resume_NewestDamaged_NamedAndTheOneBeforeUsed(string name, string how)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, string[] expected) = Stopped(temporary);
        string newest = Checkpoints(path)[0];
        Damage(Path.Combine(newest, name), how);
        var told = new List<string>();
        RecordedRun.Resume(path, warn: told.Add);
        Assert.StartsWith($"{Path.GetFileName(newest)} is damaged: ", Assert.Single(told), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told[0]);
        Assert.Equal(expected, RecordedRun.Bytes(path));
    }

    [Fact]
    public void Resume_AnyBitFlipped_Recognised()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, _) = Stopped(temporary);
        string newest = Checkpoints(path)[0];
        var random = new Random(1);
        foreach (string name in Names)
        {
            string file = Path.Combine(newest, name);
            byte[] whole = File.ReadAllBytes(file);
            for (int i = 0; i < 20; i++)
            {
                byte[] flipped = [.. whole];
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, flipped);
                Assert.Single(DamagedIn(path));
            }

            File.WriteAllBytes(file, whole);
        }

        Assert.Empty(DamagedIn(path));
    }

    [Theory]
    [InlineData("\"format\": 2", "\"format\": 3", "it has format 3, this program reads format 2")]
    [InlineData("iterate_c4_l1_k3", "graph_c4_l2", "it belongs to graph_c4_l2")]
    [InlineData("weights.safetensors", "../../config.json", "does not name weights.safetensors")]
    [InlineData("\"files\": [", "\"files\": [null,", "does not name anything")]
    [InlineData("\"format\": 2", "\"format\": 2, \"format\": 2", "cannot be read")]
    [InlineData("\"format\": 2", "\"colour\": 1", "cannot be read")]
    public void Resume_ManifestSealedAnew_RefusedAndNamed(string was, string becomes, string expected)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, _) = Stopped(temporary);
        Reseal(Path.Combine(Checkpoints(path)[0], "manifest.json"), text => text.Replace(was, becomes, StringComparison.Ordinal));
        string[] told = DamagedIn(path);
        if (expected == "does not name anything")
            Assert.Empty(told);
        else
            Assert.Contains(expected, Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_AllButTheOldestDamaged_SameBytes()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, string[] expected) = Stopped(temporary);
        foreach (string checkpoint in Checkpoints(path)[..^1])
            Damage(Path.Combine(checkpoint, "state.json"), "flipped");
        var told = new List<string>();
        RecordedRun.Resume(path, warn: told.Add);
        Assert.Equal(2, told.Count);
        Assert.Equal(expected, RecordedRun.Bytes(path));
        Assert.Empty(DamagedIn(path));
    }

    [Fact]
    public void Resume_AllDamaged_Refused()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, _) = Stopped(temporary);
        foreach (string checkpoint in Checkpoints(path))
            Damage(Path.Combine(checkpoint, "state.json"), "flipped");
        Assert.Throws<InvalidDataException>(() => RecordedRun.Resume(path));
    }

    [Fact]
    public void Write_LaterOnesDamaged_TheNewOneIsKeptAndUsed()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, _) = Stopped(temporary);
        string[] all = Checkpoints(path);
        Directory.Move(all[0], Path.Combine(path, "checkpoints", "round-00009999"));
        Directory.Move(all[1], Path.Combine(path, "checkpoints", "round-00009998"));
        Damage(Path.Combine(path, "checkpoints", "round-00009999", "state.json"), "flipped");
        Damage(Path.Combine(path, "checkpoints", "round-00009998", "state.json"), "flipped");
        Assert.Equal(StopReason.Interrupted, RecordedRun.Resume(path, stopAfter: 1).Stopped);
        Assert.Empty(DamagedIn(path));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(path, "checkpoints"), "*.damaged").Length);
    }

    [Fact]
    public void Restore_OtherWidth_RefusedInOneLineThatNamesIt()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        (string path, _) = Stopped(temporary);
        TrainingOptions wider = RecordedRun.Short with { Assistant = RecordedRun.Short.Assistant with { Width = 24 } };
        string message = Assert.Throws<OtherOptionsException>(() => RecordedRun.Resume(path, wider)).Message;
        Assert.StartsWith("assistant.width is 24 in config.json, but round-0000", message, StringComparison.Ordinal);
        Assert.Contains("was made with 16", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    /// <summary>A run stopped half way, and what it comes to if it goes on.</summary>
    private static (string Path, string[] Expected) Stopped(TemporaryFolder temporary)
    {
        RecordedRun.Train(temporary.In("whole"), RecordedRun.Short);
        RecordedRun.Train(temporary.In("run"), RecordedRun.Short, stopAfter: 4);
        return (temporary.In("run"), RecordedRun.Bytes(temporary.In("whole")));
    }

    private static string[] Checkpoints(string path) =>
        [.. Directory.GetDirectories(Path.Combine(path, "checkpoints"), "round-*").OrderDescending(StringComparer.Ordinal)];

    private static string[] DamagedIn(string path)
    {
        using var pool = new Numerics.WorkerPool(1);
        using var session = new TrainingSession(RecordedRun.Short, pool, TimeProvider.System);
        var damaged = new List<string>();
        Assert.NotNull(new CheckpointStore(Path.Combine(path, "checkpoints"), BuiltInMethods.Schema, DiskFileSystem.Instance).Restore(session, damaged));
        return [.. damaged];
    }

    private static void Damage(string file, string how)
    {
        byte[] bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 4;
                File.WriteAllBytes(file, bytes);
                break;
            case "truncated":
                File.WriteAllBytes(file, bytes[..^1]);
                break;
            case "longer":
                File.WriteAllBytes(file, [.. bytes, 0]);
                break;
            case "emptied":
                File.WriteAllBytes(file, []);
                break;
            default:
                File.Delete(file);
                break;
        }
    }

    /// <summary>Changes a manifest and gives it the checksum that goes with the change: what only someone who means it does.</summary>
    private static void Reseal(string file, Func<string, string> change)
    {
        string[] lines = File.ReadAllText(file).TrimEnd('\n').Split('\n');
        string text = change(string.Join('\n', lines[..^1]) + "\n");
        File.WriteAllText(file, text + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n");
    }
}
