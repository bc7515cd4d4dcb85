using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Methods;
using Oversight.Reports.Questions;
using Oversight.Runs.Folders;
using Oversight.Runs.Questions;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight ask</c>: X's own answer, beside the tree of Amplify^H(X).</summary>
internal sealed class AskCommand
{
    /// <summary>The context that is asked about where none is named.</summary>
    public const long UsualContextSeed = 1;

    private const string Outright =
        "The facts answer this question outright: the overseer looks it up and never asks X, which is not trained on such questions.";

    private const int MaxDepth = 16;
    private const int MaxSize = 300;

    private readonly Argument<string> _run = new("run") { Description = "the folder of a run" };
    private readonly Argument<string> _question = new("question")
    {
        Description = "a question in the task's grammar, for example \"sigma^13(5)\"",
    };

    private readonly Option<string> _contextSeed = new("--context-seed")
    {
        Description = "which held-out context the question is about [default: 1]",
        HelpName = "N",
    };

    private readonly Option<string> _depth = new("--depth")
    {
        Description = "how often questions are taken apart: 2 is Amplify^H(Amplify^H(X)) [default: 1]",
        HelpName = "N",
    };

    private readonly Option<bool> _humanModel = new("--human-model") { Description = "let H' take the question apart, not the scripted H" };
    private readonly WeightsOption _weights = new();
    private readonly TrustOption _trust = new();
    private readonly Option<bool> _truth = new("--truth") { Description = "show the true answers as well" };
    private readonly JsonOption _json = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ask = new AskCommand();
        var command = new Command("ask", "Ask a trained X a question, and see how H takes it apart.")
        {
            ask._run, ask._question, ask._contextSeed, ask._depth, ask._humanModel, ask._weights, ask._trust, ask._truth, ask._json,
        };
        command.SetAction(ask.Run);
        return command;
    }

    /// <summary>A held-out context by its number.</summary>
    public static Context ContextOf(AlgorithmicTask task, long seed) => new ContextSource(task, HeldOut: true)
        .Draw(Difficulty.Full, RandomKey.FromSeed(seed).Child("context").Stream());

    /// <summary>A question of the deepest class about the context that is asked about where none is named.</summary>
    public static string ExampleOf(AlgorithmicTask task)
    {
        Question question = Examples.Deep(task, ContextOf(task, UsualContextSeed), RandomKey.FromSeed(0).Child("example").Stream());
        return task.FormatQuestion(question.Words);
    }

    private int Run(ParseResult input)
    {
        long contextSeed = Names.Whole("--context-seed", input.GetValue(_contextSeed) ?? $"{UsualContextSeed}", long.MinValue, long.MaxValue);
        int depth = (int)Names.Whole("--depth", input.GetValue(_depth) ?? "1", 1, MaxDepth);
        bool byHumanModel = input.GetValue(_humanModel);
        if (byHumanModel && depth > 1)
            throw new BadInputException($"--human-model takes one question apart, --depth {depth} asks for more; leave one of them out");
        if (!TrainedRun.TryOpen(input.GetRequiredValue(_run), BuiltInMethods.Schema, _weights.AreBest(input), out TrainedRun? run, out string? error, input.GetValue(_trust)))
            throw new BadInputException(error);
        using (run)
        {
            string text = input.GetRequiredValue(_question);
            Symbols words = Read(run, text);
            Context context = ContextOf(run.Task, contextSeed);
            using HumanModel? humanModel = byHumanModel
                ? run.NewHumanModel() ?? throw new BadInputException($"--human-model: {Setting.Format(run.Options.Method)} runs learn no H'; leave it out")
                : null;
            Answer(
                run,
                humanModel,
                context,
                new Question(context.Facts, words),
                contextSeed,
                depth,
                input.GetValue(_truth) ? context.Truth : null,
                input.GetValue(_json) ? input.GetRequiredValue(_run) : null);
        }

        return ExitCode.Fine;
    }

    private static Symbols Read(TrainedRun run, string text)
    {
        ParsedQuestion parsed = run.Task.Parse(text);
        if (parsed.IsQuestion)
            return parsed.Words;
        string given = Names.Shorten(text);
        string example = $"here for example {ExampleOf(run.Task)}";
        throw new BadInputException(parsed.Problem is { } problem
            ? $"'{given}' is out of the range of {run.Options.Task} ({run.Options.Preset}): {problem}; {example}"
            : $"'{given}' is not a question of {run.Options.Task} ({run.Options.Preset}); allowed is {run.Task.Grammar}; {example}");
    }

    private static void Answer(
        TrainedRun run,
        HumanModel? humanModel,
        Context context,
        Question question,
        long contextSeed,
        int depth,
        GroundTruth? truth,
        string? jsonFor)
    {
        using TransformerAssistant assistant = run.NewAssistant(questions: 1);
        (Answer own, double? confidence) = Ask(assistant, question);
        assistant.AbstainBelow = run.Options.Amplify.AbstainBelow;
        RandomStream random = RandomKey.FromSeed(contextSeed).Child("ask").Stream();
        IOverseer overseer = humanModel is null ? run.Task.Human : humanModel;
        var tree = new QuestionTree(run.Task, overseer, asked => Ask(assistant, asked), random);
        QuestionNode root = tree.Grow(question, depth, MaxSize);
        var view = new QuestionTreeView(run.Task, truth, humanModel is null ? "H" : "H'");
        if (jsonFor is not null)
        {
            JsonObject json = Describe(run, jsonFor, context, contextSeed);
            json["question"] = run.Task.FormatQuestion(question.Words);
            json["assistant"] = new JsonObject
            {
                ["who"] = "teacher",
                ["answer"] = run.Task.FormatAnswer(own),
                ["probability"] = JsonOption.Number(confidence!.Value),
            };
            if (truth is not null)
            {
                json["assistant"]!["right"] = truth.Accepts(question.Words, own);
                json["truth"] = run.Task.FormatAnswer(truth.Answer(question.Words));
            }

            json["overseer"] = humanModel is null ? "H" : "H'";
            json["amplified"] = view.ToJson(root);
            JsonOption.Print(json);
            return;
        }

        IAnsiConsole console = Terminal.Output();
        if (run.Origin.Note is { Length: > 0 } note)
            console.MarkupLine($"[yellow]{Markup.Escape(note)}[/]");
        FactsView.Write(console, run.Task, context.Facts, $"context {contextSeed}, held out: training never drew it");
        view.Write(console, root, (own, confidence!.Value));
        if (run.Task.IsPrimitive(question.Words))
            console.MarkupLine($"[grey]{Outright}[/]");
    }

    private static JsonObject Describe(TrainedRun run, string folder, Context context, long contextSeed) => new()
    {
        ["folder"] = folder,
        ["task"] = run.Options.Task,
        ["preset"] = run.Options.Preset,
        ["method"] = Setting.Format(run.Options.Method),
        ["contextSeed"] = contextSeed,
        ["facts"] = FactsView.ToJson(run.Task, context.Facts),
    };

    private static (Answer Answer, double? Confidence) Ask(TransformerAssistant assistant, Question question)
    {
        var answers = new Answer[1];
        assistant.Answer([question], answers);
        return (answers[0], assistant.Confidences[0]);
    }
}
