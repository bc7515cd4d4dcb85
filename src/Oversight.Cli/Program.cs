using Oversight.Numerics;
using Oversight.Training;
using Oversight.Training.Options;
using Oversight.Training.Runs;

string preset = args[0];
var options = new TrainingOptions
{
    Task = "permutation-powering",
    Preset = preset,
    Method = Enum.Parse<TrainingMethod>(args[1]),
    Seed = long.Parse(args[2]),
    Minutes = 5,
    Batch = new BatchOptions { Contexts = 8, Questions = preset == "paper" ? 64 : 32 },
    Assistant = new AssistantOptions { Layers = 6 },
};
System.Text.Json.Nodes.JsonNode node = System.Text.Json.JsonSerializer.SerializeToNode(options)!;
foreach (string set in args.Skip(4))
{
    string[] kv = set.Split('='); string[] path = kv[0].Split('.');
    node[path[0]]![path[1]] = System.Text.Json.Nodes.JsonNode.Parse(kv[1].All(c => char.IsLetter(c)) && kv[1] is not ("true" or "false") ? $"\"{kv[1]}\"" : kv[1]);
}
options = System.Text.Json.JsonSerializer.Deserialize<TrainingOptions>(node)!;
using var pool = new WorkerPool(int.Parse(args[3]));
(RunResult result, TrainingRun run) = IteratedAmplification.Run(options, pool, TimeProvider.System, new Printer(), default);
Console.WriteLine($"{result.Stopped} {result.Seconds:F1}s training {result.TrainingSeconds:F1}s {result.Final.Step} steps {result.Final.Step / result.TrainingSeconds:F1} steps/s {result.Ledger}");
foreach (var m in result.Milestones) Console.WriteLine(m);
run.Dispose();

internal sealed class Printer : IRunObserver
{
    private int _n;
    public void OnProgress(RunProgress p) { if (_n++ % 50 == 0 && p.Step == 0) Console.WriteLine($"{p.Phase} round {p.Round} {p.Seconds:F1}s H' {p.HumanModelLoss:F4} queries {p.HumanQueries}"); }
    public void OnMeasured(MeasuredStep m) => Console.WriteLine(
        $"{m.Seconds,6:F1}s step {m.Step,5} loss {m.AssistantLoss:F3} H' {m.HumanModelLoss:F4}/{m.HumanModelValidationLoss:F4} q {m.Ledger.HumanQueries} counted {m.CountedShare:F2} | student {m.Student.Overall.Share:F3} teacher {m.Teacher.Overall.Share:F3} [{string.Join(' ', m.Teacher.ByClass.Values.Select(c => c.Share.ToString("F2")))}] amplified {m.Amplified.Overall.Share:F3} [{string.Join(' ', m.Amplified.ByClass.Values.Select(c => c.Share.ToString("F2")))}]");
}
