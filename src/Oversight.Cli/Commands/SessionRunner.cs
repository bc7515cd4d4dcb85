using System.Diagnostics;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Reports.Events;
using Oversight.Reports.Pages;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Runs a session to its end with progress on the screen, and says what came of it: what <c>train</c> and <c>resume</c> share.</summary>
/// <param name="session">The run, at its start or restored.</param>
/// <param name="folder">Where it is recorded.</param>
/// <param name="path">The folder as the user wrote it.</param>
/// <param name="json">Whether standard output gets one JSON object and nothing else.</param>
internal sealed class SessionRunner(TrainingSession session, RunFolder folder, string path, bool json)
{
    private readonly IAnsiConsole _console = Terminal.Of(json);
    private readonly CheckpointStore _checkpoints = new(folder.CheckpointFolder, folder.Schema, DiskFileSystem.Instance);
    private string? _refused;

    /// <summary>What the disk refused to take at the end, one line; null if nothing.</summary>
    public string? Refused => _refused;

    /// <summary>Runs it and says what came of it.</summary>
    /// <param name="from">Where it stood, if it goes on.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(RunState? from)
    {
        RunSummary summary = Train(from);
        var report = new TrainReport(_console, summary, path, AskCommand.ExampleOf(session.Run.Task));
        report.Write();
        if (summary.Result.Stopped == StopReason.Diverged)
            _refused = Diverged(summary.Result, _checkpoints.Newest) + (_refused is null ? "" : $"; {_refused}");
        if (_refused is null)
            report.WriteNext();
        else
            Console.Error.WriteLine($"oversight: {_refused}");
        if (json)
        {
            JsonObject result = summary.ToJson();
            result["folder"] = path;
            JsonOption.Print(result);
        }

        return _refused is null ? ExitCode.Fine : ExitCode.Failure;
    }

    /// <summary>Runs it with progress on the screen, and leaves everything in its folder.</summary>
    /// <param name="from">Where it stood, if it goes on.</param>
    public RunSummary Train(RunState? from)
    {
        LiveProgress? live = json || !Terminal.IsLive ? null : new LiveProgress(_console, session.Options, TimeProvider.System);
        IProgressView view = live ?? (IProgressView)new LogProgress(_console.Profile.Out.Writer, session.Options);
        using var recorder = new RunRecorder(folder, session.Options, _checkpoints, line => Console.Error.WriteLine($"oversight: {line}"));
        if (from is not null)
            recorder.ContinueFrom(from);
        var events = new EventRecorder(folder, TimeProvider.System, line => Console.Error.WriteLine($"oversight: {line}"));
        if (from is not null)
            events.ContinueFrom(from);
        var observers = new ObserverGroup(recorder, events, view);
        using var interruption = new Interruption(view.OnInterrupted);

        RunSummary? summary = null;
        void Work()
        {
            RunResult result = TrainingLoop.Run(session, observers, interruption.Token);
            summary = new RunSummary(session.Run.Task, result, PeakMemoryMb(), Simd.Bits) { VectorWidths = session.VectorWidths };
            _refused = TryFinish(recorder, result, summary);
        }

        if (live is null)
            Work();
        else
            live.Show(Work);
        return summary!;
    }

    /// <summary>Writes what is left at the end; a disk that refuses does not take the figures off the screen.</summary>
    /// <returns>What was refused, one line, or null.</returns>
    private string? TryFinish(RunRecorder recorder, RunResult result, RunSummary summary)
    {
        try
        {
            recorder.Finish(result, summary, ProgramVersion.Text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string why = exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
            string next = File.Exists(folder.ConfigFile)
                ? $"make room and write it with 'oversight resume {path}'"
                : "the folder is gone and the run with it; train again with another --out";
            return $"the run has ended, but not all of it could be written to '{path}': {why}; {next}";
        }

        // The run is whole without its page.
        if (!ReportFile.TryWrite(folder, out string? error))
            Console.Error.WriteLine($"oversight: {error}; the run itself is whole, and 'oversight report {path}' writes it later");
        return null;
    }

    private static string Diverged(RunResult result, string? checkpoint)
    {
        string last = checkpoint is null ? "no checkpoint was written before" : $"the last good checkpoint is {checkpoint}";
        return $"training stopped at step {result.Final.Step} (round {result.Final.Round}): {result.Divergence}; {last}; "
            + "the same options lead here again, try a smaller assistant.rate or humanModel.rate";
    }

    private static double PeakMemoryMb()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }
}
