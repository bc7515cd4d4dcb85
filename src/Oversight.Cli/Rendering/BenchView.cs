using System.Globalization;
using Oversight.Benchmarks;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>A table that grows by a row for each benchmark that has been timed.</summary>
internal sealed class BenchView(IAnsiConsole console)
{
    private readonly List<Measurement> _measured = [];

    /// <summary>Times benchmarks one after the other, and shows what came of them.</summary>
    /// <param name="benchmarks">Those of the machine first.</param>
    /// <param name="measure">Times one.</param>
    /// <param name="interrupted">Whether to leave the rest out.</param>
    public IReadOnlyList<Measurement> Show(
        IReadOnlyList<Benchmark> benchmarks, Func<Benchmark, Measurement> measure, Func<bool> interrupted)
    {
        FigureTable table = NewTable();
        void Work(Action shown)
        {
            foreach (Benchmark benchmark in benchmarks.TakeWhile(_ => !interrupted()))
            {
                _measured.Add(measure(benchmark));
                table.AddRow(Row(_measured[^1]));
                shown();
            }
        }

        // Lists grow past the end of a screen, where no frame can be redrawn.
        if (Terminal.IsLive && table.Fits(console.Profile.Width))
        {
            var area = new LiveArea(console);
            int width = console.Profile.Width;
            area.Run(table.ToRenderable(width), clears: true, () => Work(() => area.Show(table.ToRenderable(width))));
        }
        else
        {
            Work(static () => { });
        }

        table.Write(console);
        console.MarkupLine(
            "[grey]Of peak: of the multiply-adds in registers (fma) that the same processor time would have given. "
            + "Operations are those of matrix products; norms, softmax and sums take time and are not counted.[/]");
        return _measured;
    }

    private static FigureTable NewTable()
    {
        var table = new FigureTable();
        table.AddColumn("benchmark", Justify.Left);
        foreach (string heading in (string[])["threads", "ms", "GFLOP/s", "of peak", "a second", "allocated"])
            table.AddColumn(heading);
        return table;
    }

    private string[] Row(Measurement measurement)
    {
        bool computes = measurement.Flops > 0;
        return
        [
            Markup.Escape(measurement.Name),
            $"{measurement.Threads}",
            Number(measurement.Seconds * 1000),
            computes ? Number(measurement.GigaflopsPerSecond) : "",
            computes ? BenchmarkRoof.ShareOf(_measured, measurement).ToString("F2", CultureInfo.InvariantCulture) : "",
            Rate(measurement),
            measurement.AllocatedBytes == 0 ? "0" : $"{Number(measurement.AllocatedBytes / 1024)} KiB",
        ];
    }

    private static string Rate(Measurement measurement) => measurement.Bytes > 0
        ? $"{Number(measurement.GigabytesPerSecond)} GB"
        : measurement.UnitsPerSecond >= 1e9 ? $"{Number(measurement.UnitsPerSecond / 1e9)} G {measurement.Unit}"
        : $"{Number(measurement.UnitsPerSecond)} {measurement.Unit}";

    private static string Number(double value) => value switch
    {
        >= 100 => Figures.Count((long)Math.Round(value)),
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.ToString("F2", CultureInfo.InvariantCulture),
    };
}
