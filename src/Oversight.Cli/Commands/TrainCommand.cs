using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight train</c>: from an empty folder to a trained X.</summary>
internal sealed class TrainCommand
{
    private const string RunsFolder = "runs";

    private readonly Argument<string> _task = new("task")
    {
        Description = "what to learn; 'oversight tasks' lists them",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _config = new("--config")
    {
        Description = "take every setting from a run's config.json; no other option may say otherwise",
        HelpName = "file",
    };
    private readonly PresetOption _preset = new(Presets.Default);
    private readonly Option<string> _method = new("--method")
    {
        Description = string.Join(", ", BuiltInMethods.All.All[..^1].Select(Help)) + " or " + Help(BuiltInMethods.All.All[^1]),
        HelpName = "name",
    };

    private readonly Option<string> _seed = new("--seed") { Description = "the seed of everything that is drawn [default: 1]", HelpName = "N" };
    private readonly ThreadsOption _threads = new();
    private readonly LimitOptions _limits = new();
    private readonly Option<string> _out = new("--out")
    {
        Description = "the run's folder, new or empty [default: runs/<task>-<preset>-<method>-<seed>]",
        HelpName = "folder",
    };

    private readonly SetOption _set = new("change a setting; 'oversight settings' lists them. recipe=faithful: the paper to the letter");
    private readonly JsonOption _json = new();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var train = new TrainCommand();
        var command = new Command("train", "Train an assistant X on a task.")
        {
            train._task, train._config, train._preset, train._method, train._seed, train._threads, train._out, train._set, train._json,
        };
        train._limits.AddTo(command);
        command.SetAction(train.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        TrainingOptions options = OptionsOf(input);
        int threads = _threads.Of(input);
        string path = input.GetValue(_out) ?? RunFolder.FreePath(RunsFolder, options);
        if (!RunFolder.TryCreate(path, BuiltInMethods.Schema, options, ProgramVersion.Text, out RunFolder? folder, out string? error))
            throw new BadInputException(error);
        using RunLock held = RunLock.TryTake(folder, Environment.ProcessId, out RunLock? taken, out error) ? taken : throw new BadInputException(error);
        using var pool = new WorkerPool(threads);
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        return new SessionRunner(session, folder, path, input.GetValue(_json)).Run(from: null);
    }

    private TrainingOptions OptionsOf(ParseResult input)
    {
        if (input.GetValue(_config) is not { } file)
            return Changed(input, FromNames(input));
        if (!ConfigFileReader.TryRead(file, BuiltInMethods.Schema, out TrainingOptions? options, out string? error))
            throw new BadInputException($"--config {file}: {error}");
        TrainingOptions changed = Changed(input, Renamed(input, options));
        return OptionsDifference.First(options, changed) is { } difference
            ? throw new BadInputException(
                $"--config {file} says {difference.Path} is {difference.One}, another option says {difference.Other}; leave one of them out")
            : options;
    }

    private TrainingOptions FromNames(ParseResult input)
    {
        if (input.GetValue(_task) is not { } task)
            throw new BadInputException("'task' is missing: name one, or give --config; 'oversight tasks' lists them");
        LearningMethod method = input.GetValue(_method) is { } name ? Names.Method(name) : BuiltInMethods.All.Usual;
        return Presets.Create(Names.Task(task), _preset.Of(input), method);
    }

    /// <summary>The options of a file with the task, preset and method that the command line names, where it does.</summary>
    private TrainingOptions Renamed(ParseResult input, TrainingOptions options) => options with
    {
        Task = input.GetValue(_task) is { } task ? Names.Task(task) : options.Task,
        Preset = input.GetValue(_preset) is { } size ? Setting.Format(Names.Preset(size)) : options.Preset,
        Method = input.GetValue(_method) is { } name ? Names.Method(name) : options.Method,
    };

    private TrainingOptions Changed(ParseResult input, TrainingOptions options) =>
        BuiltInMethods.Schema.TryApply(
            _limits.Set(options, input).With(input, _seed), input.GetValue(_set)!, out TrainingOptions? changed, out string? error)
            ? changed
            : throw new BadInputException(error);

    private static string Help(LearningMethod method) => method.Words.Help.Length > 0 ? $"{method} ({method.Words.Help})" : method.Name;
}
