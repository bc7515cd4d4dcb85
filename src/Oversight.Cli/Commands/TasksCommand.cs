using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Determinism;
using Oversight.Methods;
using Oversight.Reports.Questions;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight tasks</c>: what there is to learn, and how H takes a question apart.</summary>
internal sealed class TasksCommand
{
    private const int MaxDepth = 32;
    private const int MaxSize = 1000;
    private const int ReadableSize = 45;
    private const int Draws = 60;

    private readonly Argument<string> _task = new("task") { Description = "the task" };
    private readonly PresetOption _preset = new(TaskPreset.Small);
    private readonly Option<string> _seed = new("--seed") { Description = "which context and question [default: 1]", HelpName = "N" };

    private readonly JsonOption _json = new("print one JSON object on standard output");
    private readonly JsonOption _showJson = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var tasks = new TasksCommand();
        var show = new Command("show", "One context, one question, and H's full decomposition of it.")
        {
            tasks._task, tasks._preset, tasks._seed, tasks._showJson,
        };
        show.SetAction(tasks.Show);
        var command = new Command("tasks", "List the tasks and their sizes.") { show, TasksVerifyCommand.Create(), tasks._json };
        command.SetAction(tasks.List);
        return command;
    }

    private int List(ParseResult input)
    {
        if (input.GetValue(_json))
        {
            JsonOption.Print(new JsonObject { ["tasks"] = new JsonArray([.. TaskCatalog.Variants.Select(ToJson)]) });
            return ExitCode.Fine;
        }

        IAnsiConsole console = Terminal.Output();
        var table = new FigureTable();
        table.AddColumn("task", Justify.Left);
        table.AddText("what is asked");
        foreach (string preset in Names.Presets)
            table.AddColumn(preset, Justify.Left);
        foreach (TaskVariant variant in TaskCatalog.Variants)
        {
            string[] sizes = [.. Enum.GetValues<TaskPreset>().Select(preset => $"{FactsOf(variant, preset)} facts")];
            table.AddRow([$"[bold]{Markup.Escape(variant.Name)}[/]", Markup.Escape(variant.Summary), .. sizes]);
        }

        table.Write(console);
        console.MarkupLine("[grey]The presets tiny, small and paper differ in size; paper, the size of the paper's experiments, is the default.[/]");
        console.MarkupLine("[grey]'oversight tasks show <task>' shows a question taken apart; 'oversight train <task>' trains.[/]");
        return ExitCode.Fine;
    }

    private static int FactsOf(TaskVariant variant, TaskPreset preset) =>
        TaskCatalog.Create(variant.ConfigurationOf(preset)).FactCount(Difficulty.Full);

    private static JsonNode ToJson(TaskVariant variant) => new JsonObject
    {
        ["name"] = variant.Name,
        ["summary"] = variant.Summary,
        ["presets"] = new JsonObject(
            Enum.GetValues<TaskPreset>().Select(preset => KeyValuePair.Create(Setting.Format(preset), (JsonNode?)ToJson(variant, preset)))),
    };

    private static JsonObject ToJson(TaskVariant variant, TaskPreset preset) => new()
    {
        ["configuration"] = variant.ConfigurationOf(preset),
        ["facts"] = FactsOf(variant, preset),
        ["methods"] = new JsonArray([.. BuiltInMethods.Schema.MethodsFor(variant.Name, preset).Select(one => JsonValue.Create(one.Name))]),
    };

    private int Show(ParseResult input)
    {
        string name = Names.Task(input.GetRequiredValue(_task));
        TaskPreset preset = _preset.Of(input);
        long seed = Names.Whole("--seed", input.GetValue(_seed) ?? "1", long.MinValue, long.MaxValue);
        AlgorithmicTask task = TaskCatalog.Create(name, preset);
        RandomStream random = RandomKey.FromSeed(seed).Child("show").Stream();
        Context context = task.DrawContext(Difficulty.Full, random);

        QuestionNode tree = Decompose(task, context, random);
        var view = new QuestionTreeView(task, truth: null);
        if (input.GetValue(_showJson))
        {
            JsonOption.Print(new JsonObject
            {
                ["task"] = name,
                ["preset"] = Setting.Format(preset),
                ["configuration"] = task.Configuration,
                ["seed"] = seed,
                ["summary"] = task.Summary,
                ["grammar"] = task.Grammar,
                ["facts"] = FactsView.ToJson(task, context.Facts),
                ["decomposition"] = view.ToJson(tree),
            });
            return ExitCode.Fine;
        }

        IAnsiConsole console = Terminal.Output();
        FactsView.Write(console, task, context.Facts, $"seed {seed}");
        console.MarkupLine($"{Markup.Escape(task.Summary)}");
        console.MarkupLine($"[grey]{Markup.Escape(task.Grammar)}[/]");
        console.WriteLine();
        console.Write(view.TreeOf(tree));
        return ExitCode.Fine;
    }

    /// <summary>H's decomposition down to the facts of one of some drawn questions: the largest that can still be read.</summary>
    private static QuestionNode Decompose(AlgorithmicTask task, Context context, RandomStream random)
    {
        var tree = new QuestionTree(task, task.Human, asked => (context.Truth.Answer(asked.Words), null), random);
        return Enumerable.Range(0, Draws)
            .Select(_ => tree.Grow(task.DrawQuestion(context, random), MaxDepth, MaxSize))
            .ToArray()
            .MaxBy(node => node.Size <= ReadableSize ? node.Size : -node.Size)!;
    }
}
