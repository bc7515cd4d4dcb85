using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Oversight.Cli.Tests;

/// <summary>Trains with the real program, kills it with <c>kill -9</c> at moments drawn at random, and resumes it each time until it ends by itself.</summary>
/// <param name="folder">Where runs are made.</param>
/// <param name="seed">Draws the moments.</param>
internal sealed class CrashRun(string folder, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Kills so far.</summary>
    public int Kills { get; private set; }

    /// <summary>Kills after which a write was found that had not been finished.</summary>
    public int WritesCutShort { get; private set; }

    /// <summary>Kills after which there was no checkpoint yet.</summary>
    public int BeforeFirstCheckpoint { get; private set; }

    /// <summary>Runs until the training has ended by itself.</summary>
    /// <param name="name">The run's folder.</param>
    /// <param name="kills">The most kills.</param>
    /// <param name="longest">The longest that a process lives, in milliseconds.</param>
    /// <param name="train">The command.</param>
    public void Complete(string name, int kills, int longest, string[] train)
    {
        string path = Path.Combine(folder, name);
        for (int i = 0; ; i++)
        {
            string[] arguments = !File.Exists(Path.Combine(path, "config.json")) ? [.. train, "--out", name] : ["resume", name, "--threads", $"{1 + i % 3}"];
            if (Directory.Exists(path) && arguments[0] == "train")
                Directory.Delete(path, recursive: true);
            using Process process = ProgramRun.Start(folder, arguments);
            Task<string> error = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (i < kills && !process.WaitForExit(_random.Next(100, longest)))
            {
                process.Kill();
                process.WaitForExit();
                Note(path);
                continue;
            }

            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}{output.GetAwaiter().GetResult()}");
            return;
        }
    }

    /// <summary>Everything that a run came to, but for times.</summary>
    public string[] Bytes(string name)
    {
        string path = Path.Combine(folder, name);
        return
        [
            Convert.ToHexString(File.ReadAllBytes(Path.Combine(path, "checkpoints", "final.safetensors"))),
            Convert.ToHexString(File.ReadAllBytes(Path.Combine(path, "checkpoints", "best.safetensors"))),
            Regex.Replace(File.ReadAllText(Path.Combine(path, "metrics.jsonl")), ",\"seconds\":[0-9.E-]+}", "}"),
            File.ReadAllText(Path.Combine(path, "config.json")),
            string.Join('\n', Directory.GetFiles(Path.Combine(path, "transcripts")).Order(StringComparer.Ordinal).Select(File.ReadAllText)),
            Regex.Match(File.ReadAllText(Path.Combine(path, "result.json")), "\"weights\": \"[^\"]*\"").Value,
            string.Join(' ', Directory.GetDirectories(Path.Combine(path, "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal)),
        ];
    }

    private void Note(string path)
    {
        Kills++;
        bool started = Directory.Exists(Path.Combine(path, "checkpoints"));
        if (started && Directory.EnumerateFileSystemEntries(path, "*.tmp", SearchOption.AllDirectories).Any())
            WritesCutShort++;
        if (!started || Directory.GetDirectories(Path.Combine(path, "checkpoints"), "round-*").All(checkpoint => checkpoint.EndsWith(".tmp", StringComparison.Ordinal)))
            BeforeFirstCheckpoint++;
    }
}
