using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight resume</c>: goes on with a run from its last checkpoint, to the same bytes as if it had never stopped.</summary>
internal sealed class ResumeCommand
{
    private readonly Argument<string> _run = new("run") { Description = "the run's folder" };
    private readonly ThreadsOption _threads = new();
    private readonly Option<string> _steps = new("--steps")
    {
        Description = "the most steps of X, those before included; what prepared it is counted apart",
        HelpName = "N",
    };

    private readonly Option<string> _until = new("--until")
    {
        Description = "stop once the teacher is this often right, at most 1; or never",
        HelpName = "share",
    };

    private readonly Option<string> _minutes = new("--minutes")
    {
        Description = "the most minutes, those before included; looked at after each round",
        HelpName = "M",
    };

    private readonly JsonOption _json = new();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var resume = new ResumeCommand();
        var command = new Command("resume", "Go on with a run from its last checkpoint.")
        {
            resume._run, resume._threads, resume._steps, resume._until, resume._minutes, resume._json,
        };
        command.SetAction(resume.Run);
        return command;
    }

    /// <summary>Restores the newest checkpoint that is whole, and says which were not.</summary>
    /// <param name="session">A session at its start.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="path">The folder as the user wrote it.</param>
    /// <returns>Where the run stood; null where it ended before its first checkpoint and begins anew.</returns>
    public static RunState? Restore(TrainingSession session, RunFolder folder, string path)
    {
        var damaged = new List<string>();
        RunState? state;
        try
        {
            state = new CheckpointStore(folder.CheckpointFolder, BuiltInMethods.Schema, DiskFileSystem.Instance).Restore(session, damaged);
        }
        catch (OtherOptionsException exception)
        {
            throw new BadInputException($"'{path}': {exception.Message}");
        }

        foreach (string line in damaged)
            Console.Error.WriteLine($"oversight: {line}; {(state is null ? "there is none before it" : "the checkpoint before it is used")}");
        if (state is null && damaged.Count > 0)
            throw new BadInputException($"'{path}' holds no whole checkpoint to go on from; train again with 'oversight train --config {path}/config.json'");
        if (state is null)
            Console.Error.WriteLine($"oversight: '{path}' ended before its first checkpoint; it begins anew");
        if (state is not null && OtherVectors.Line(path, session, state.VectorWidths) is { } other)
            Console.Error.WriteLine($"oversight: {other}");
        return state;
    }

    private int Run(ParseResult input)
    {
        string path = input.GetRequiredValue(_run);
        if (!RunFolder.TryOpen(path, BuiltInMethods.Schema, out RunFolder? folder, out TrainingOptions? options, out string? error))
            throw new BadInputException(error);
        options = options.With(input, _steps, _until, _minutes);
        using RunLock held = RunLock.TryTake(folder, Environment.ProcessId, out RunLock? taken, out error) ? taken : throw new BadInputException(error);
        using var pool = new WorkerPool(_threads.Of(input));
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        RunState? state = Restore(session, folder, path);
        folder.WriteConfig(options, ProgramVersion.Text, session.VectorWidths);
        return new SessionRunner(session, folder, path, input.GetValue(_json)).Run(state);
    }
}
