using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Pages;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight report</c>: runs as one page for the browser.</summary>
internal sealed class ReportCommand
{
    private readonly Argument<string[]> _runs = new("runs")
    {
        Description = "folders of runs, or folders that hold such folders",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _out = new("--out") { Description = "the file to write [default: report.html in the folder given first]", HelpName = "file" };

    private readonly JsonOption _json = new("print one JSON object on standard output: the page's file and the folders of its runs");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var report = new ReportCommand();
        var command = new Command("report", "Write runs as one page with curves, tables and transcripts, to be opened in any browser.")
        {
            report._runs, report._out, report._json,
        };
        command.SetAction(report.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        string[] given = input.GetRequiredValue(_runs);
        ImmutableArray<string> folders = [.. given.SelectMany(path => Find(path)).Distinct()];
        string file = input.GetValue(_out) ?? Path.Combine(given[0], ReportFile.UsualName);
        if (Directory.Exists(file))
            throw new BadInputException($"'{file}' is a folder; give a file with --out, for example {Path.Combine(file, ReportFile.UsualName)}");
        if (Path.GetDirectoryName(file) is { Length: > 0 } parent && !Directory.Exists(parent))
            throw new BadInputException($"there is no folder '{parent}' to write the report to; give another file with --out");
        ImmutableArray<Comparison> comparisons = Comparison.Of(folders.Select(Open));
        if (!ReportFile.TryWrite(comparisons, file, out string? refused))
        {
            Console.Error.WriteLine($"oversight: {PlainText.Of(refused)}");
            return ExitCode.Failure;
        }

        int runs = comparisons.Sum(comparison => comparison.Rows.Sum(row => row.Runs.Length));
        string[] leftOut = [.. comparisons.SelectMany(comparison => comparison.LeftOutLines)];
        if (input.GetValue(_json))
        {
            JsonOption.Print(new()
            {
                ["file"] = file,
                ["runs"] = new JsonArray([.. folders.Select(folder => JsonValue.Create(folder))]),
                ["leftOut"] = new JsonArray([.. leftOut.Select(line => JsonValue.Create(line))]),
            });
        }

        IAnsiConsole console = Terminal.Of(input.GetValue(_json));
        foreach (string line in leftOut)
            console.MarkupLine($"[grey]{Terminal.Text(line)}[/]");
        console.MarkupLine($"{runs} {(runs == 1 ? "run" : "runs")} in [bold]{Terminal.Text(file)}[/]; open it in a browser");
        return ExitCode.Fine;
    }

    private static RecordedRun Open(string folder) =>
        RecordedRun.TryOpen(folder, BuiltInMethods.Schema, out RecordedRun? run, out string? error) ? run : throw new BadInputException(error);

    private static ImmutableArray<string> Find(string path)
    {
        ImmutableArray<string> found = RecordedRun.FoldersAt(path);
        if (!found.IsEmpty)
            return found;
        throw new BadInputException(Directory.Exists(path)
            ? $"'{path}' holds no run folder; give one that 'oversight train' or 'oversight compare' made"
            : $"there is no folder '{path}'; give one that 'oversight train' or 'oversight compare' made");
    }
}
