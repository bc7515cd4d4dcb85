using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Oversight.Determinism;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Limits;

/// <summary>
/// Every number that a setting allows leads to a run that ends at the step that was asked for, or is refused in one line that names it.
/// </summary>
public sealed class SettingLawTests
{
    private const int Steps = 3;
    private const int MostRounds = 1000;

    /// <summary>
    /// Limits and delays, whose largest value costs nothing. That of a size, or of what H is asked before X begins, would take memory and
    /// minutes.
    /// </summary>
    private static readonly HashSet<string> Delays =
    [
        "batch.shards", "assistant.warmUp", "assistant.coolAfter", "assistant.anewEvery", "assistant.anewUntil", "teacher.horizon",
        "amplify.nothingUntil", "human.queries", "humanModel.warmUp", "humanModel.horizon", "weak.ramp", "self.humanClasses",
        "self.transcripts", "curriculum.increment", "curriculum.patience", "replay.batches", "replay.stepsPerRound", "evaluation.every",
    ];

    public static TheoryData<string> Numbers =>
        [.. BuiltInMethods.Schema.Settings.Select(setting => setting.Path).Where(path => RangeOf(path) is not null)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Run_SmallestOddAndLargestValue_EndsAtItsLastStep(string path)
    {
        foreach (string kind in KindsFor(path.Split('.')[0]))
        {
            foreach (string value in ValuesOf(path))
                EndsOrIsRefused(kind, path, value);
        }
    }

    [Fact]
    public void DrawQuestion_SmallestInstancesAndFewestClasses_OfEveryTaskIsDrawn()
    {
        foreach (string name in TaskCatalog.Variants.Select(variant => variant.Name))
        {
            foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
            {
                AlgorithmicTask task = TaskCatalog.Create(name, preset);
                var curriculum = new Curriculum(task, new CurriculumOptions { Grow = true, Frontier = 1 });
                RandomStream random = Fixture.Key(name).Stream();
                for (int i = 0; i < 20; i++)
                {
                    Context context = task.DrawContext(curriculum.Difficulty, random);
                    Assert.InRange(task.SyntacticClass(curriculum.DrawQuestion(context, random).Words), -1, 0);
                }
            }
        }
    }

    private static void EndsOrIsRefused(string kind, string path, string value)
    {
        TrainingOptions before = SmallRun.Kinds[kind] with { Steps = Steps };
        if (!BuiltInMethods.Schema.TryApply(before, [$"{path}={value}"], out TrainingOptions? options, out string? error))
        {
            Assert.Contains(path, error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error);
            return;
        }

        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        while (run.End is null && run.Rounds < MostRounds)
            run.NextRound();
        bool isAtItsLastStep = (run.End, run.Steps) == (StopReason.Steps, Steps);
        string found = $"{kind} with {path}={value}: {run.End}, {run.Steps} steps after {run.Rounds} rounds";
        Assert.True(isAtItsLastStep || run.End == StopReason.Queries, found);
    }

    /// <summary>The ends of what is allowed, and two small odd numbers; sizes only as far as they cost little.</summary>
    private static IEnumerable<string> ValuesOf(string path)
    {
        RangeAttribute range = RangeOf(path)!;
        double smallest = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        double largest = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        bool isWhole = range.OperandType == typeof(int);
        double[] wanted = !isWhole ? [smallest, (smallest + Math.Min(largest, 1)) / 3, largest]
            : Delays.Contains(path) ? [smallest, smallest + 1, 3, 7, largest]
            : [smallest, smallest + 1, 3, 7];
        IEnumerable<double> allowed = wanted.Where(value => value >= smallest && value <= largest).Distinct();
        return allowed.Select(value => value.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> KindsFor(string group) => group switch
    {
        "amplify" => ["amplify", "amplify-scripted"],
        "human" => SmallRun.Asking,
        "humanModel" => ["amplify", "self-consistent"],
        "expert" => ["expert-iteration", "expert by decomposition"],
        "debate" => ["debate"],
        "reward" => ["reward-modelling"],
        "weak" => ["weak-to-strong", "unprepared"],
        "self" => ["self-amplification", "self-consistent"],
        "assistant" or "teacher" => ["supervised", "weak-to-strong"],
        _ => SmallRun.Names,
    };

    private static RangeAttribute? RangeOf(string path)
    {
        string[] names = path.Split('.');
        IMethodOptions? own = BuiltInMethods.All.All.Select(method => method.Options).FirstOrDefault(options => options?.Group == names[0]);
        Type type = own?.GetType() ?? typeof(TrainingOptions);
        PropertyInfo? property = null;
        foreach (string name in own is null ? names : names[1..])
        {
            property = type.GetProperties().Single(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name) == name);
            type = property.PropertyType;
        }

        return property!.GetCustomAttribute<RangeAttribute>();
    }
}
