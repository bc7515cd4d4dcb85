using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Folders;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight eval</c>: how often a trained X is right on contexts that it has never seen, or on those it learned from.</summary>
internal sealed class EvalCommand
{
    private const int MuchWork = 2000;

    private readonly Argument<string> _run = new("run") { Description = "the folder of a run" };
    private readonly Option<string> _contexts = new("--contexts") { Description = "how many contexts [default: 100]", HelpName = "N" };
    private readonly Option<bool> _seen = new("--seen")
    {
        Description = "ask about contexts that training draws from, instead of held-out ones: what X knows by heart counts too",
    };

    private readonly Option<string> _seed = new("--seed") { Description = "which contexts and questions [default: 1]", HelpName = "N" };
    private readonly WeightsOption _weights = new();
    private readonly TrustOption _trust = new();
    private readonly JsonOption _json = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var eval = new EvalCommand();
        var command = new Command("eval", "Measure a trained X on held-out contexts, with 95 % intervals.")
        {
            eval._run, eval._contexts, eval._seen, eval._seed, eval._weights, eval._trust, eval._json,
        };
        command.SetAction(eval.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        int contexts = (int)Names.Whole("--contexts", input.GetValue(_contexts) ?? "100", 2, 100_000);
        long seed = Names.Whole("--seed", input.GetValue(_seed) ?? "1", long.MinValue, long.MaxValue);
        if (!TrainedRun.TryOpen(input.GetRequiredValue(_run), BuiltInMethods.Schema, _weights.AreBest(input), out TrainedRun? run, out string? error, input.GetValue(_trust)))
            throw new BadInputException(error);
        using (run)
        using (var pool = new WorkerPool(Environment.ProcessorCount))
        {
            using Interruption interruption = Interruption.AtOnce("nothing was measured to the end; the run is as it was");
            if (contexts >= MuchWork)
                Console.Error.WriteLine($"measuring on {Figures.Count(contexts)} contexts; Ctrl+C ends at once");
            EvaluationReport report = run.Evaluate(heldOut: !input.GetValue(_seen), contexts, seed, pool);
            if (input.GetValue(_json))
                JsonOption.Print(ToJson(run, report, seed, input.GetRequiredValue(_run)));
            else
                EvaluationView.Write(Terminal.Output(), run, report);
        }

        return ExitCode.Fine;
    }

    private static JsonObject ToJson(TrainedRun run, EvaluationReport report, long seed, string folder) => new()
    {
        ["folder"] = folder,
        ["task"] = run.Options.Task,
        ["preset"] = run.Options.Preset,
        ["method"] = Setting.Format(run.Options.Method),
        ["seed"] = seed,
        ["weights"] = new JsonObject
        {
            ["file"] = run.Origin.File,
            ["step"] = run.Origin.Step,
            ["state"] = run.Origin.State,
            ["verified"] = run.Origin.IsVerified,
        },
        ["heldOut"] = report.HeldOut,
        ["contexts"] = report.Contexts,
        ["contextsAsked"] = report.ContextsAsked,
        ["sharedWithDecisions"] = report.Shared,
        ["questions"] = report.Questions,
        ["accuracy"] = ToJson(report.Overall),
        ["byDepth"] = new JsonObject(report.ByClass.Select(row => KeyValuePair.Create(row.Class, (JsonNode?)ToJson(row)))),
    };

    private static JsonObject ToJson(EvaluationRow row) => new()
    {
        ["student"] = ToJson(row.Student),
        ["teacher"] = ToJson(row.Teacher),
        ["amplified"] = ToJson(row.Amplified),
    };

    private static JsonObject ToJson(ClusteredAccuracy accuracy)
    {
        (double low, double high) = accuracy.Interval();
        return new JsonObject
        {
            ["share"] = Math.Round(accuracy.Total.Share, 6),
            ["low"] = Math.Round(low, 6),
            ["high"] = Math.Round(high, 6),
            ["asked"] = accuracy.Total.Asked,
        };
    }
}
