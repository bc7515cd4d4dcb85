using System.Collections.Immutable;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Training.Experiments;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Runs a study from where it was left, says how it goes, and writes and shows what came of it.</summary>
internal sealed class StudySession(Study study, string form, string command, ImmutableArray<long> seeds, string folder, bool json)
{
    private const int Tenths = 10;
    private readonly IAnsiConsole _console = json ? Terminal.Error() : Terminal.Output();
    private readonly Lock _said = new();

    /// <summary>Runs.</summary>
    /// <param name="threads">How many threads.</param>
    /// <param name="minutes">When to stop; null for never.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(int threads, long? minutes)
    {
        _console.MarkupLine($"[bold]{Markup.Escape(study.Title)}[/]  [grey]{Markup.Escape(command)}[/]");
        using var pool = new WorkerPool(threads);
        using var interruption = new Interruption(() => _console.MarkupLine("[yellow]Stopping[/]: what is done is saved"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interruption.Token);
        if (minutes is { } given)
            limit.CancelAfter(TimeSpan.FromMinutes(given));
        var runner = new StudyRunner(folder, pool, TimeProvider.System) { OnProgress = Say };
        ImmutableArray<SeedResult>? results;
        try
        {
            results = runner.Run(study, form, seeds, limit.Token);
        }
        catch (InvalidDataException exception)
        {
            throw new BadInputException(exception.Message);
        }

        if (results is not { } done)
        {
            _console.MarkupLine($"[yellow]Stopped[/] before the end: the same command goes on from [bold]{Markup.Escape(folder)}[/]");
            return ExitCode.Failure;
        }

        Conclude(new StudyResult(
            study,
            command,
            ProgramVersion.Text,
            seeds,
            new StudyMeasures([.. done.Select(one => one.Measures)]),
            [.. done.Select(one => one.Ledger)],
            [.. done.Select(one => one.Seconds)]));
        return ExitCode.Fine;
    }

    private void Conclude(StudyResult result)
    {
        File.WriteAllText(Path.Combine(folder, "study.md"), StudyMarkdown.Write(result));
        File.WriteAllText(Path.Combine(folder, "study.json"), StudyJson.Write(result).ToJsonString(new() { WriteIndented = true }) + "\n");
        File.WriteAllText(Path.Combine(folder, "report.html"), StudyPage.Write(result));
        StudyView.Write(_console, result);
        _console.MarkupLine($"Everything is in [bold]{Markup.Escape(folder)}[/]");
        if (json)
            Console.Out.WriteLine(StudyJson.Write(result).ToJsonString());
    }

    /// <summary>One line a tenth of the way.</summary>
    private void Say(StudyProgress progress)
    {
        if (progress.StepsDone * Tenths / progress.TotalSteps == (progress.StepsDone - 1) * Tenths / progress.TotalSteps)
            return;
        lock (_said)
            _console.MarkupLine($"  [grey]seed {progress.Seed}  {progress.Unit}  {progress.StepsDone} of {progress.TotalSteps}[/]");
    }
}
