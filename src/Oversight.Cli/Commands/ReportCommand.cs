using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Training.Comparisons;
using Oversight.Training.Reports;
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
        foreach (string folder in folders)
        {
            if (!RecordedRun.TryOpen(folder, out _, out string? error))
                throw new BadInputException(error);
        }

        if (!ReportFile.TryWrite(folders, file, out string? refused))
        {
            Console.Error.WriteLine($"oversight: {refused}");
            return ExitCode.Failure;
        }

        if (input.GetValue(_json))
            JsonOption.Print(new() { ["file"] = file, ["runs"] = new JsonArray([.. folders.Select(folder => JsonValue.Create(folder))]) });
        Terminal.Of(input.GetValue(_json)).MarkupLine(
            $"{folders.Length} {(folders.Length == 1 ? "run" : "runs")} in [bold]{Markup.Escape(file)}[/]; open it in a browser");
        return ExitCode.Fine;
    }

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
