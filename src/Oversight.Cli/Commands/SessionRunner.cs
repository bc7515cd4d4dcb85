using System.Diagnostics;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Training;
using Oversight.Training.Checkpoints;
using Oversight.Training.Events;
using Oversight.Training.Reports;
using Oversight.Training.Runs;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Runs a session to its end with progress on the screen, and says what came of it: what <c>train</c> and <c>resume</c> share.</summary>
/// <param name="session">The run, at its start or restored.</param>
/// <param name="folder">Where it is recorded.</param>
/// <param name="path">The folder as the user wrote it.</param>
/// <param name="json">Whether standard output gets one JSON object and nothing else.</param>
internal sealed class SessionRunner(TrainingSession session, RunFolder folder, string path, bool json)
{
    private readonly IAnsiConsole _console = json ? Terminal.Error() : Terminal.Output();

    /// <summary>Runs it and says what came of it.</summary>
    /// <param name="from">Where it stood, if it goes on.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(RunState? from)
    {
        RunSummary summary = Train(from);
        new TrainReport(_console, summary, path, AskCommand.ExampleOf(session.Run.Task)).Write();
        if (json)
            Console.Out.WriteLine(summary.ToJson().ToJsonString());
        return summary.Result.Stopped == StopReason.Diverged ? ExitCode.Failure : ExitCode.Fine;
    }

    /// <summary>Runs it with progress on the screen, and leaves everything in its folder.</summary>
    /// <param name="from">Where it stood, if it goes on.</param>
    public RunSummary Train(RunState? from)
    {
        LiveProgress? live = json || !Terminal.IsLive ? null : new LiveProgress(_console, session.Options, TimeProvider.System);
        IProgressView view = live ?? (IProgressView)new LogProgress(_console.Profile.Out.Writer, session.Options);
        var checkpoints = new CheckpointStore(folder.CheckpointFolder, DiskFileSystem.Instance);
        using var recorder = new RunRecorder(folder, session.Options, checkpoints, line => Console.Error.WriteLine($"oversight: {line}"));
        if (from is not null)
            recorder.ContinueFrom(from);
        var observers = new ObserverGroup(recorder, new EventRecorder(folder, TimeProvider.System), view);
        using var interruption = new Interruption(view.OnInterrupted);

        RunSummary? summary = null;
        void Work()
        {
            RunResult result = IteratedAmplification.Run(session, observers, interruption.Token);
            summary = new RunSummary(session.Run.Task, result, PeakMemoryMb(), VectorWidth());
            recorder.Finish(result, summary, ProgramVersion.Text);
        }

        if (live is null)
            Work();
        else
            live.Show(Work);
        ReportFile.Write([folder.FullPath], Path.Combine(folder.FullPath, ReportFile.UsualName));
        return summary!;
    }

    private static double PeakMemoryMb()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }

    private static int VectorWidth() => Simd.Path switch
    {
        VectorPath.Vector512 => 512,
        VectorPath.Vector256 => 256,
        VectorPath.Vector128 => 128,
        _ => 0,
    };
}
