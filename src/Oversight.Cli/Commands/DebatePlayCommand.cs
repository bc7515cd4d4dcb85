using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Play;
using Oversight.Cli.Rendering;
using Oversight.Determinism;
using Oversight.Methods.Debate;
using Oversight.Protocols.Debate;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;
using Oversight.Tasks.WildcardSearch;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight debate play</c>: one debate with a person in one of the three seats.</summary>
internal sealed class DebatePlayCommand
{
    private static readonly string[] Seats = ["judge", "holder", "challenger"];
    private static readonly string[] Tasks = ["sums", "paths"];
    private const int Wildcards = 4;
    private const int Vertices = 8;
    private const int Longest = 4;
    private const int MostPractice = 4096;

    private readonly Option<string> _seat = new("--seat") { Description = "your seat: judge, holder or challenger [default: judge]", HelpName = "name" };
    private readonly Option<string> _task = new("--task") { Description = "what is debated: sums or paths [default: sums]", HelpName = "name" };
    private readonly Option<string> _seed = new("--seed") { Description = "which facts, and who is right [default: 1]", HelpName = "N" };
    private readonly Option<string> _practice = new("--practice")
    {
        Description = "the others are networks after N steps of self-play [default: they read every fact]",
        HelpName = "N",
    };

    private readonly JsonOption _json = new("end with one JSON object on standard output; the debate itself goes to standard error");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var play = new DebatePlayCommand();
        var command = new Command("play", "Take the judge's or a debater's seat in one debate.")
        {
            play._seat, play._task, play._seed, play._practice, play._json,
        };
        command.SetAction(play.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        string seat = Names.Choice("--seat", input.GetValue(_seat) ?? Seats[0], Seats);
        string name = Names.Choice("--task", input.GetValue(_task) ?? Tasks[0], Tasks);
        long seed = Names.Whole("--seed", input.GetValue(_seed) ?? "1", long.MinValue, long.MaxValue);
        int practice = input.GetValue(_practice) is { } steps ? (int)Names.Whole("--practice", steps, 1, MostPractice) : 0;
        bool json = input.GetValue(_json);
        IAnsiConsole console = Terminal.Of(json);
        using Interruption interruption = Interruption.AtOnce("the debate was not ruled on, nothing was saved");
        AlgorithmicTask task = name == "sums" ? new WildcardSearchTask(2, Wildcards, null) : new ShortestPathTask(Vertices, 1);
        DebateTask debate = name == "sums" ? DebateTask.Pattern(Wildcards, new SumFold()) : DebateTask.Path(Vertices, Longest);
        RandomKey key = RandomKey.FromSeed(seed).Child("play");
        AnswerPair pair = debate.DrawPair(key.Child("pair").Stream());
        bool isTrue = key.Child("side").Stream().NextBool();
        if (seat != "judge")
            FactsView.Write(console, task, pair.True.Question.Facts, "what debaters see and the judge does not");
        var table = new Play.Table(console, Console.In, debate.Game);
        var start = new JsonObject { ["task"] = name, ["seat"] = seat, ["seed"] = seed, ["practice"] = practice, ["claimIsTrue"] = isTrue };
        JsonObject result;
        if (practice == 0)
        {
            result = Play(table, seat, isTrue ? pair.True : pair.False, isTrue, new ExactBelief(debate.Game), key, start);
        }
        else
        {
            using var self = new SelfPlayUnit("practice", debate, new SelfPlayOptions(practice, Pairs: 1), key);
            while (!self.IsFinished)
                self.Advance();
            result = Play(table, seat, isTrue ? pair.True : pair.False, isTrue, self.Belief, key, start);
        }

        if (json)
            JsonOption.Print(result);
        return ExitCode.Fine;
    }

    private static JsonObject Play(Play.Table table, string seat, Claim root, bool isTrue, IBelief others, RandomKey key, JsonObject result)
    {
        IClaimGame game = table.Game;
        var person = new PersonDebater(table);
        IDebater holder = seat == "holder" ? person : new BeliefDebater(game, others, key.Child("holder").Stream());
        IDebater challenger = seat == "challenger" ? person : new BeliefDebater(game, others, key.Child("challenger").Stream());
        if (seat != "judge")
            table.Say(seat == "holder" ? $"Defend {table.Word(root)}, true or not." : $"The holder claims {table.Word(root)}. Show that it is false, if you can.");
        DebateRecord debate = new DebateMatch(game, holder, challenger).Play([root])[0];
        IJudge judge = seat == "judge" ? new PersonJudge(table) : new CarefulJudge(game);
        Ruling ruling = judge.Rule(debate);
        Conclude(table, seat, debate, ruling, isTrue);
        result["claim"] = game.Format(root);
        result["contested"] = game.Format(debate.Contested);
        result["turns"] = debate.Turns.Length;
        result["lookUps"] = ruling.LookUps;
        result["winner"] = ruling.Stands ? "holder" : "challenger";
        result["judgeIsRight"] = ruling.Stands == isTrue;
        return result;
    }

    private static void Conclude(Play.Table table, string seat, DebateRecord debate, Ruling ruling, bool isTrue)
    {
        string winner = ruling.Stands ? "holder" : "challenger";
        table.Say($"The {winner} wins at {table.Word(debate.Contested)}; turns: {debate.Turns.Length}, look-ups: {ruling.LookUps}.");
        table.Say($"The claim was {(isTrue ? "true" : "false")}: the judge was {(ruling.Stands == isTrue ? "[green]right[/]" : "[red]wrong[/]")}.");
        if (seat != "judge")
            table.Say(seat == winner ? "You won." : "You lost.");
    }
}
