using System.Collections.Immutable;
using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight compare</c>: every method, every seed, one table; goes on where it was interrupted.</summary>
internal sealed class CompareCommand
{
    private const string UsualOut = "comparison";
    private const string AllMethods = "all";
    private const string Erring = "10 % error: overseer.error=0.1";
    private static readonly ImmutableArray<LearningMethod> UsualMethods = BuiltInMethods.All.All[..3];

    private readonly Argument<string[]> _tasks = new("tasks") { Description = "what to learn; 'oversight tasks' lists them", Arity = ArgumentArity.OneOrMore };
    private readonly PresetOption _preset = new(Presets.Default);
    private readonly Option<string> _methods = new("--methods")
    {
        Description = "which methods, with commas between; all: every method that the task allows, each also with an overseer who errs one time in ten "
            + $"[default: {string.Join(',', UsualMethods)}]",
        HelpName = "names",
    };

    private readonly SeedsOption _seeds = new();
    private readonly Option<string[]> _variants = new("--variant")
    {
        Description = "compare settings: a name, a colon and settings, for example \"no prior: assistant.prior=false\"; more rows beside the ones without",
        HelpName = "name: settings",
        DefaultValueFactory = _ => [],
    };

    private readonly ThreadsOption _threads = new();
    private readonly LimitOptions _limits = new("each run");
    private readonly Option<string> _out = new("--out") { Description = $"the folder of the runs and the results [default: {UsualOut}]", HelpName = "folder" };
    private readonly SetOption _set = new("change a setting of every run; 'oversight settings' lists them");
    private readonly JsonOption _json = new();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var compare = new CompareCommand();
        var command = new Command("compare", "Train by several methods with several seeds, and show them in one table. Goes on where it was interrupted.")
        {
            compare._tasks, compare._preset, compare._methods, compare._seeds, compare._variants, compare._threads, compare._out, compare._set, compare._json,
        };
        compare._limits.AddTo(command);
        command.SetAction(compare.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        string folder = input.GetValue(_out) ?? UsualOut;
        ImmutableArray<PlannedRun> plan = PlanOf(input, folder);
        foreach (PlannedRun run in plan)
        {
            if (run.State(BuiltInMethods.Schema, out string? error) == PlannedRunState.Blocked)
                throw new BadInputException(error!);
        }

        bool json = input.GetValue(_json);
        using var pool = new WorkerPool(_threads.Of(input));
        return new ComparisonSession(plan, folder, pool, json).Run();
    }

    private ImmutableArray<PlannedRun> PlanOf(ParseResult input, string folder)
    {
        TaskPreset preset = _preset.Of(input);
        bool all = input.GetValue(_methods) == AllMethods;
        ImmutableArray<LearningMethod> named = input.GetValue(_methods) is { } names && !all ? [.. List(names).Select(Names.Method)] : UsualMethods;
        ImmutableArray<long> seeds = _seeds.Of(input);
        Variant[] variants = [Variant.None, .. all ? (Variant[])[Parse(Erring)] : [], .. input.GetValue(_variants)!.Select(Parse)];
        if (variants.GroupBy(variant => variant.Slug).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new BadInputException($"two variants are called '{twice.Key}'; give each --variant a name of its own");
        return PlannedRun.Distinct(
            from task in input.GetRequiredValue(_tasks).Select(Names.Task).Distinct()
            from variant in variants
            from method in all ? BuiltInMethods.Schema.MethodsFor(task, preset) : named.Distinct()
            from seed in seeds
            let options = Set(input, Presets.Create(task, preset, method) with { Seed = seed }, variant)
            select new PlannedRun(Path.Combine(folder, NameOf(options, variant)), variant.Name, options));
    }

    private TrainingOptions Set(ParseResult input, TrainingOptions options, Variant variant) =>
        BuiltInMethods.Schema.TryApply(
            _limits.Set(options, input), [.. input.GetValue(_set)!, .. variant.Settings], out TrainingOptions? changed, out string? error)
            ? changed
            : throw new BadInputException(error);

    private static string NameOf(TrainingOptions options, Variant variant)
    {
        string[] parts = [options.Task.Replace(':', '-'), options.Preset, Setting.Format(options.Method), variant.Slug, Setting.Format(options.Seed)];
        return string.Join('-', parts.Where(part => part.Length > 0));
    }

    private static Variant Parse(string text) =>
        Variant.TryParse(text, out Variant? variant, out string? error) ? variant : throw new BadInputException(error);

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
