using System.Diagnostics;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Numerics;
using Oversight.Training;
using Oversight.Training.Events;
using Oversight.Training.Options;
using Oversight.Training.Reports;
using Oversight.Training.Runs;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>Trains from start to end, shows it, and leaves everything in the run's folder.</summary>
internal static class TrainingSession
{
    /// <summary>Trains.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="pool">The threads.</param>
    /// <param name="folder">Where it is recorded.</param>
    /// <param name="console">Where it is shown.</param>
    /// <param name="isLive">Whether the display may redraw itself.</param>
    public static RunSummary Run(TrainingOptions options, WorkerPool pool, RunFolder folder, IAnsiConsole console, bool isLive)
    {
        LiveProgress? live = isLive ? new LiveProgress(console, options, TimeProvider.System) : null;
        IProgressView view = live ?? (IProgressView)new LogProgress(console.Profile.Out.Writer, options);
        var recorder = new RunRecorder(folder, options);
        var observers = new ObserverGroup(recorder, new EventRecorder(folder, TimeProvider.System), view);
        using var interruption = new Interruption(view.OnInterrupted);

        RunSummary? summary = null;
        void Work()
        {
            (RunResult result, TrainingRun run) = IteratedAmplification.Run(options, pool, TimeProvider.System, observers, interruption.Token);
            using (run)
            {
                summary = new RunSummary(run.Task, result, PeakMemoryMb(), VectorWidth());
                recorder.Finish(result, summary, ProgramVersion.Text);
            }
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
