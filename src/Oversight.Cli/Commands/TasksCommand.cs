using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Determinism;
using Oversight.Tasks;
using Oversight.Training.Questioning;
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

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var tasks = new TasksCommand();
        var show = new Command("show", "One context, one question, and H's full decomposition of it.") { tasks._task, tasks._preset, tasks._seed };
        show.SetAction(tasks.Show);
        var command = new Command("tasks", "List the tasks and their sizes.") { show, TasksVerifyCommand.Create() };
        command.SetAction(_ => List());
        return command;
    }

    private static int List()
    {
        IAnsiConsole console = Terminal.Output();
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        table.AddColumn(new TableColumn("task").NoWrap());
        table.AddColumn(new TableColumn("what is asked"));
        foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
            table.AddColumn(new TableColumn(preset.ToString().ToLowerInvariant()));
        foreach (TaskVariant variant in TaskCatalog.Variants)
        {
            table.AddRow(
                $"[bold]{Markup.Escape(variant.Name)}[/]",
                Markup.Escape(variant.Summary),
                Size(variant, TaskPreset.Tiny),
                Size(variant, TaskPreset.Small),
                Size(variant, TaskPreset.Paper));
        }

        console.Write(table);
        console.MarkupLine("[grey]The presets tiny, small and paper differ in size; paper, the size of the paper's experiments, is the default.[/]");
        console.MarkupLine("[grey]'oversight tasks show <task>' shows a question taken apart; 'oversight train <task>' trains.[/]");
        return ExitCode.Fine;
    }

    private static string Size(TaskVariant variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant.ConfigurationOf(preset));
        return Markup.Escape($"{task.FactCount(Difficulty.Full)} facts");
    }

    private int Show(ParseResult input)
    {
        string name = Names.Task(input.GetRequiredValue(_task));
        TaskPreset preset = _preset.Of(input);
        long seed = Names.Whole("--seed", input.GetValue(_seed) ?? "1", long.MinValue, long.MaxValue);
        AlgorithmicTask task = TaskCatalog.Create(name, preset);
        RandomStream random = RandomKey.FromSeed(seed).Child("show").Stream();
        Context context = task.DrawContext(Difficulty.Full, random);

        IAnsiConsole console = Terminal.Output();
        FactsView.Write(console, task, context.Facts, $"seed {seed}");
        console.MarkupLine($"{Markup.Escape(task.Summary)}");
        console.MarkupLine($"[grey]{Markup.Escape(task.Grammar)}[/]");
        console.WriteLine();
        console.Write(new QuestionTreeView(task, truth: null).TreeOf(Decompose(task, context, random)));
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
