using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Reports.Studies;
using Oversight.Runs.Studies;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Runs a study from where it was left, says how it goes, and writes and shows what came of it.</summary>
internal sealed class StudySession(Study study, string form, string command, ImmutableArray<long> seeds, string folder, bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly IAnsiConsole _console = Terminal.Of(json);
    private readonly StudyLog _log = new();

    /// <summary>Runs.</summary>
    /// <param name="threads">How many threads.</param>
    /// <param name="minutes">When to stop; null for never.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(int threads, long? minutes)
    {
        _console.MarkupLine($"[bold]{Markup.Escape(study.Title)}[/]  [grey]{Markup.Escape(command)}[/]");
        using var pool = new WorkerPool(threads);
        using var interruption = new Interruption(
            () => Say("interrupted: ending this step, saving (again: end at once)"),
            "what was saved before is kept, the same command goes on from it");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interruption.Token);
        if (minutes is { } given)
            limit.CancelAfter(TimeSpan.FromMinutes(given));
        var runner = new StudyRunner(folder, pool, TimeProvider.System) { OnProgress = Say, OnOtherVectors = TellOfOtherVectors };
        ImmutableArray<SeedResult>? results;
        try
        {
            results = runner.Run(study, form, seeds, limit.Token);
        }
        catch (InvalidDataException exception)
        {
            throw new BadInputException(exception.Message);
        }

        if (results is { } done)
            Conclude(ResultOf(done), runner.VectorWidths);
        else
            ConcludeUnfinished(interruption.Token.IsCancellationRequested ? "interrupted" : "minutes");
        return ExitCode.Fine;
    }

    private StudyResult ResultOf(ImmutableArray<SeedResult> done) => new(
        study,
        command,
        ProgramVersion.Text,
        seeds,
        new StudyMeasures([.. done.Select(one => one.Measures)]),
        [.. done.Select(one => one.Ledger)],
        [.. done.Select(one => one.Seconds)]);

    private void Conclude(StudyResult result, ImmutableArray<int> vectorWidths)
    {
        JsonObject figures = StudyJson.Write(result);
        if (vectorWidths.Length > 1)
            figures["vectorWidths"] = new JsonArray([.. vectorWidths.Select(bits => JsonValue.Create(bits))]);
        File.WriteAllText(Path.Combine(folder, "study.md"), StudyMarkdown.Write(result));
        File.WriteAllText(Path.Combine(folder, "study.json"), figures.ToJsonString(Indented) + "\n");
        File.WriteAllText(Path.Combine(folder, "report.html"), StudyPage.Write(result));
        StudyView.Write(_console, result);
        if (vectorWidths.Length > 1)
        {
            _console.MarkupLine(
                $"[yellow]Computed with {OtherVectors.Named(vectorWidths)}: its bytes differ from those of a study that was never stopped.[/]");
        }

        _console.MarkupLine($"Everything is in [bold]{Markup.Escape(folder)}[/]");
        if (!json)
            return;
        figures["folder"] = folder;
        figures["stopped"] = "finished";
        JsonOption.Print(figures);
    }

    private void ConcludeUnfinished(string stopped)
    {
        string why = stopped == "interrupted" ? "Interrupted" : "The minutes are used up";
        _console.MarkupLine($"{why} before the end. What is done is saved in [bold]{Markup.Escape(folder)}[/]: the same command goes on");
        if (json)
            JsonOption.Print(new JsonObject { ["study"] = study.Name, ["command"] = command, ["folder"] = folder, ["stopped"] = stopped });
    }

    private void TellOfOtherVectors(int before) => Console.Error.WriteLine(
        $"oversight: '{folder}' was computed with {OtherVectors.Name(before)} and goes on with {OtherVectors.Name(Simd.Bits)}: "
        + "its bytes differ from those of a study that was never stopped; study.json says so");

    private void Say(StudyProgress progress)
    {
        if (_log.LineOf(progress) is { } line)
            Say(line);
    }

    private void Say(string line)
    {
        lock (_log)
            _console.MarkupLine($"[grey]{Markup.Escape(line)}[/]");
    }
}
