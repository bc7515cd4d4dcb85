using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Oversight.Benchmarks;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Runs.Settings;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight bench</c>: what this machine gives, and what the engine makes of it.</summary>
internal sealed class BenchCommand
{
    private readonly ThreadsOption _threads = new();
    private readonly Option<string> _only = new("--only") { Description = "these benchmarks only, separated by commas; 'all' for every one", HelpName = "names" };
    private readonly Option<string> _repetitions = new("--repetitions") { Description = "how often each is timed at least [default: 3]", HelpName = "N" };
    private readonly Option<string> _seconds = new("--seconds") { Description = "how long each is repeated [default: 1]", HelpName = "N" };
    private readonly JsonOption _json = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var bench = new BenchCommand();
        var command = new Command("bench", "Measure this machine and what the engine makes of it, in less than a minute.")
        {
            bench._threads, bench._only, bench._repetitions, bench._seconds, bench._json,
        };
        command.SetAction(bench.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        int threads = _threads.Of(input);
        int repetitions = (int)Names.Whole("--repetitions", input.GetValue(_repetitions) ?? "3", 1, 1000);
        long seconds = Names.Whole("--seconds", input.GetValue(_seconds) ?? "1", 0, 3600);
        bool json = input.GetValue(_json);
        using var one = new WorkerPool(1);
        using var pool = new WorkerPool(threads);
        string? only = input.GetValue(_only);
        ImmutableArray<Benchmark> machine =
            [.. BenchmarkCatalogue.Machine(one, withMemory: only is null), .. threads == 1 ? [] : BenchmarkCatalogue.Machine(pool, withMemory: only is null)];
        ImmutableArray<Benchmark> work = Choose(BenchmarkCatalogue.Work(pool), only);

        var clock = new BenchmarkClock(TimeProvider.System, () => Environment.CpuUsage.TotalTime);
        using var interruption = new Interruption(Tell, "nothing was saved");
        IReadOnlyList<Measurement> measured = new BenchView(Terminal.Of(json)).Show(
            [.. machine, .. work],
            benchmark => Measure(benchmark, clock, seconds, repetitions),
            () => interruption.Token.IsCancellationRequested);
        if (interruption.Token.IsCancellationRequested)
            Terminal.Of(json).MarkupLine("[yellow]Interrupted[/]: the other benchmarks were left out");
        if (json)
        {
            JsonObject result = ToJson(measured);
            result["interrupted"] = interruption.Token.IsCancellationRequested;
            JsonOption.Print(result);
        }

        return ExitCode.Fine;
    }

    private static Measurement Measure(Benchmark benchmark, BenchmarkClock clock, long seconds, int repetitions)
    {
        if (!Terminal.IsLive)
            Console.Error.WriteLine($"measuring {benchmark.Name}");
        return benchmark.Measure(clock, seconds, repetitions);
    }

    /// <summary>Says that this benchmark is the last. A display that redraws itself must not be written into.</summary>
    private static void Tell()
    {
        if (!Terminal.IsLive)
            Console.Error.WriteLine("interrupted: ending this benchmark (again: end at once)");
    }

    /// <summary>The benchmarks asked for, or the usual ones.</summary>
    private static ImmutableArray<Benchmark> Choose(ImmutableArray<Benchmark> all, string? only)
    {
        if (only is null)
            return [.. all.Where(benchmark => benchmark.IsUsual)];
        if (only == "all")
            return all;
        return [.. only.Split(',').Select(name => Find(all, name))];
    }

    private static Benchmark Find(ImmutableArray<Benchmark> all, string name)
    {
        string[] names = [.. all.Select(benchmark => benchmark.Name)];
        return all.FirstOrDefault(benchmark => benchmark.Name == name)
            ?? throw new BadInputException($"there is no benchmark '{name}'{NearestName.Hint(name, names)} there are {string.Join(", ", names)}");
    }

    private static JsonObject ToJson(IReadOnlyList<Measurement> measured) => new()
    {
        ["cores"] = Environment.ProcessorCount,
        ["vectors"] = Setting.Format(Simd.Path),
        ["peakMemoryMb"] = PeakMemoryMb(),
        ["measurements"] = new JsonArray([.. measured.Select(measurement => ToJson(measurement, BenchmarkRoof.ShareOf(measured, measurement)))]),
    };

    private static double PeakMemoryMb()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }

    private static JsonObject ToJson(Measurement measurement, double ofPeak) => new()
    {
        ["name"] = measurement.Name,
        ["what"] = measurement.What,
        ["threads"] = measurement.Threads,
        ["repetitions"] = measurement.Repetitions,
        ["seconds"] = measurement.Seconds,
        ["processorSeconds"] = measurement.ProcessorSeconds,
        ["units"] = measurement.Units,
        ["unit"] = measurement.Unit,
        ["unitsPerSecond"] = measurement.UnitsPerSecond,
        ["gflop"] = measurement.Flops / 1e9,
        ["gflopPerSecond"] = measurement.GigaflopsPerSecond,
        ["ofPeak"] = ofPeak,
        ["gigabytesPerSecond"] = measurement.GigabytesPerSecond,
        ["allocatedBytes"] = measurement.AllocatedBytes,
    };
}
