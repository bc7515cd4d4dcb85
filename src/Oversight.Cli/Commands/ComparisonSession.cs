using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Pages;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Runs what a comparison still lacks, one run after the other, and shows and writes what came of it.</summary>
internal sealed class ComparisonSession(ImmutableArray<PlannedRun> plan, string folder, WorkerPool pool, bool json)
{
    private readonly IAnsiConsole _console = Terminal.Of(json);
    private bool _refused;

    /// <summary>Runs.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        using var interruption = new Interruption(static () => { }, "what was saved before is kept, the same command goes on from it");
        bool interrupted = false;
        bool failed = false;
        for (int i = 0; i < plan.Length && !interrupted; i++)
        {
            StopReason? stopped = RunOne(i);
            interrupted = stopped == StopReason.Interrupted || interruption.Token.IsCancellationRequested;
            failed |= stopped == StopReason.Diverged;
        }

        Conclude(interrupted);
        return failed || _refused ? ExitCode.Failure : ExitCode.Fine;
    }

    /// <summary>Runs one unless it is there already, and keeps the tables up to date.</summary>
    private StopReason? RunOne(int index)
    {
        PlannedRun run = plan[index];
        PlannedRunState state = run.State(BuiltInMethods.Schema, out string? error);
        string name = Terminal.Text(Path.GetFileName(run.Folder));
        string note = state == PlannedRunState.Finished ? "  [grey]is finished[/]" : "";
        _console.MarkupLine($"[bold]{index + 1} of {plan.Length}[/]  {name}{note}");
        if (state == PlannedRunState.Finished)
        {
            NameVariants(run);
            return null;
        }

        if (state == PlannedRunState.Blocked)
            throw new BadInputException(error!);
        RunSummary summary = (state == PlannedRunState.Unfinished ? GoOn(run) : null) ?? Begin(run);
        WriteTables(Comparisons());
        return summary.Result.Stopped;
    }

    private RunSummary Begin(PlannedRun planned)
    {
        if (!RunFolder.TryCreate(planned.Folder, BuiltInMethods.Schema, planned.Options, ProgramVersion.Text, out RunFolder? created, out string? error))
            throw new BadInputException(error);
        using RunLock held = Lock(created);
        created.NameVariants(planned.Names, planned.Options, ProgramVersion.Text);
        using var session = new TrainingSession(planned.Options, pool, TimeProvider.System);
        return Train(new SessionRunner(session, created, planned.Folder, json), from: null);
    }

    /// <summary>Goes on from the last checkpoint; if there is none, takes the folder away and returns null.</summary>
    private RunSummary? GoOn(PlannedRun planned)
    {
        if (!RunFolder.TryOpen(planned.Folder, BuiltInMethods.Schema, out RunFolder? opened, out _, out string? error))
            throw new BadInputException(error);
        using (RunLock held = Lock(opened))
        using (var session = new TrainingSession(planned.Options, pool, TimeProvider.System))
        {
            opened.NameVariants(planned.Names, planned.Options, ProgramVersion.Text);
            if (ResumeCommand.Restore(session, opened, planned.Folder) is { } state)
            {
                opened.WriteConfig(planned.Options, ProgramVersion.Text, session.VectorWidths);
                return Train(new SessionRunner(session, opened, planned.Folder, json), state);
            }
        }

        Directory.Delete(planned.Folder, recursive: true);
        return null;
    }

    /// <summary>Trains; a disk that refuses is told of, and the comparison goes on without that run.</summary>
    private RunSummary Train(SessionRunner runner, RunState? from)
    {
        RunSummary summary = runner.Train(from);
        if (runner.Refused is not null)
            Refuse(runner.Refused);
        return summary;
    }

    /// <summary>
    /// A finished run from before the variants had their names, or from another comparison, learns how it is called here.
    /// </summary>
    private void NameVariants(PlannedRun planned)
    {
        try
        {
            if (RunFolder.TryOpen(planned.Folder, BuiltInMethods.Schema, out RunFolder? folder, out _, out _))
                folder.NameVariants(planned.Names, planned.Options, ProgramVersion.Text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse($"'{planned.Folder}' could not be told its name: {exception.Message}");
        }
    }

    private static RunLock Lock(RunFolder folder) =>
        RunLock.TryTake(folder, Environment.ProcessId, out RunLock? taken, out string? error) ? taken : throw new BadInputException(error);

    private void Conclude(bool interrupted)
    {
        ImmutableArray<Comparison> comparisons = Comparisons();
        if (comparisons.IsEmpty)
        {
            _console.MarkupLine("[yellow]Interrupted[/] before a run was finished: the same command goes on with it");
            Print(comparisons, interrupted);
            return;
        }

        WriteTables(comparisons);
        string report = Path.Combine(folder, ReportFile.UsualName);
        if (!ReportFile.TryWrite(comparisons, report, out string? error))
            Refuse(error);
        ComparisonView.Write(_console, comparisons);
        _console.MarkupLine($"Everything is in [bold]{Terminal.Text(folder)}[/]; open [bold]{Terminal.Text(report)}[/] in a browser");
        if (interrupted)
            _console.MarkupLine("[yellow]Interrupted[/]: the same command goes on with the run that was interrupted");
        Print(comparisons, interrupted);
    }

    /// <summary>Prints the one object of <c>--json</c>, where it is asked for.</summary>
    private void Print(ImmutableArray<Comparison> comparisons, bool interrupted)
    {
        if (!json)
            return;
        JsonObject result = ComparisonJson.Write(comparisons);
        result["folder"] = folder;
        result["interrupted"] = interrupted;
        JsonOption.Print(result);
    }

    private void WriteTables(ImmutableArray<Comparison> comparisons)
    {
        if (!ComparisonFiles.TryWrite(folder, comparisons, out string? error))
            Refuse(error);
    }

    /// <summary>Says what the disk refused; the comparison goes on.</summary>
    private void Refuse(string line)
    {
        _refused = true;
        Console.Error.WriteLine($"oversight: {PlainText.Of(line)}");
    }

    /// <summary>What the folders of the plan hold by now, in the plan's order.</summary>
    private ImmutableArray<Comparison> Comparisons()
    {
        var runs = new List<RecordedRun>();
        foreach (PlannedRun planned in plan)
        {
            if (planned.State(BuiltInMethods.Schema, out _) == PlannedRunState.Finished && RecordedRun.TryOpen(planned.Folder, BuiltInMethods.Schema, out RecordedRun? run, out _))
                runs.Add(run with { Variants = planned.Names });
        }

        return Comparison.Of(runs);
    }
}
