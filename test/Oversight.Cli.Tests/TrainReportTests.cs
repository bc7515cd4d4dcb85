using System.Collections.Immutable;
using Oversight.Cli.Rendering;
using Oversight.Core;
using Oversight.Methods;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Tests;

/// <summary>The words at a run's end say what the final set says.</summary>
public sealed class TrainReportTests
{
    [Theory]
    [InlineData(991, "The target is reached: X's teacher answers 99.1 %")]
    [InlineData(949, "The target of 99.0 % was reached while training and again on fresh contexts, but not on the final ones: X's teacher answers 94.9 %")]
    public void Write_TargetStoppedTheRun_SaysWhatTheFinalSetSays(int right, string expected)
    {
        string text = Printed(right);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("the student 95.0 %", text, StringComparison.Ordinal);
    }

    private static string Printed(int right)
    {
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Tiny, BuiltInMethods.Get("supervised")) with { Until = 0.99 };
        EvaluationResult teacher = ResultOf(right);
        var final = new MeasuredStep(
            10, 10, 1, ResultOf(950), teacher, teacher, 0, 0, null, null, 1, "full", 2, new OversightLedger(Labels: 5, Steps: 10));
        var result = new RunResult(options, final, 1, 1, 1, StopReason.Target, []);
        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 1000;
        var summary = new RunSummary(TaskCatalog.Create("permutation-powering", TaskPreset.Tiny), result, 0, 0);
        new TrainReport(console, summary, "run", "sigma^5(1)").Write();
        return text.ToString();
    }

    private static EvaluationResult ResultOf(int right)
    {
        var all = new ClassAccuracy(right, 1000);
        return new EvaluationResult(all, ImmutableSortedDictionary<string, ClassAccuracy>.Empty.Add("bits 2", all), all, 0);
    }
}
