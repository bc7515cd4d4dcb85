using System.Text.Json;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>
/// Compares what we draw with what the reference draws: kinds of facts and classes of questions, over as many contexts. A mean may differ
/// from the reference's by five standard errors, estimated from the spread between our contexts, because questions about one context are
/// correlated. A right sampler is beyond that in fewer than one of 1.7 million comparisons; there are about 500, so it fails for one seed
/// in 3,000. The seed is fixed.
/// </summary>
public sealed class SamplerTests
{
    private const int ContextsOfReference = 300;
    private const int Contexts = 300;
    private const int QuestionsEach = 40;
    private const double StandardErrors = 5;

    // Classes rarer than this are too rare for the estimate and are compared all together.
    private const double Rare = 0.01;

    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Fixtures, "class_frequencies.json"))).RootElement;

    public static TheoryData<string> Configurations() => [.. Reference.EnumerateObject().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Lengths_OfAConfiguration_AreTheReferences(string configuration)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        JsonElement lengths = Reference.GetProperty(configuration);
        Assert.Equal(lengths.GetProperty("question_length").GetInt32(), task.QuestionLength);
        Assert.Equal(lengths.GetProperty("answer_length").GetInt32(), task.AnswerLength);
        Assert.Equal(lengths.GetProperty("fact_length").GetInt32(), task.FactLength);

        // The reference leaves room for a question a variable, though H asks one a value.
        int interaction = task.Name == "sat-counting" ? 2 : lengths.GetProperty("interaction_length").GetInt32();
        Assert.Equal(interaction, task.InteractionLength);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void DrawContext_ManyTimes_HasTheReferencesKindsOfFacts(string configuration) => ForEachDifficulty(configuration, (task, difficulty, reference, random) =>
    {
        Dictionary<string, double> expected = ReadMeans(reference.GetProperty("facts"));
        double[][] counts = [.. Enumerable.Range(0, Contexts).Select(_ => CountFacts(task, task.DrawContext(difficulty, random), expected.Keys))];
        int kind = 0;
        foreach ((string name, double mean) in expected)
        {
            double[] ours = [.. counts.Select(count => count[kind])];
            AssertClose($"{configuration} {difficulty} {name}", mean, ours, smallestVariance: 0, rounding: 0.001);
            kind++;
        }
    });

    [Theory]
    [MemberData(nameof(Configurations))]
    public void DrawQuestion_ManyTimes_HasTheReferencesClasses(string configuration) => ForEachDifficulty(configuration, (task, difficulty, reference, random) =>
    {
        Dictionary<string, double> expected = ReadMeans(reference.GetProperty("classes"));
        List<Dictionary<string, double>> drawn = [.. Enumerable.Range(0, Contexts).Select(_ => DrawClasses(task, difficulty, random))];
        string[] common = [.. expected.Where(pair => pair.Value >= Rare).Select(pair => pair.Key)];
        foreach (string name in common)
            Compare(name, expected[name], drawn.Select(fractions => fractions.GetValueOrDefault(name)));
        double rare = expected.Values.Sum() - common.Sum(name => expected[name]);
        Compare("rare classes", rare, drawn.Select(fractions => fractions.Values.Sum() - common.Sum(name => fractions.GetValueOrDefault(name))));

        void Compare(string name, double mean, IEnumerable<double> ours) =>
            AssertClose($"{configuration} {difficulty} {name}", mean, [.. ours], Math.Max(mean, 0) * (1 - mean) / QuestionsEach, rounding: 0.0001 * expected.Count);
    });

    private static void ForEachDifficulty(string configuration, Action<AlgorithmicTask, Difficulty, JsonElement, RandomStream> check)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        foreach (JsonProperty property in Reference.GetProperty(configuration).GetProperty("difficulties").EnumerateObject())
        {
            Difficulty difficulty = property.Name == "inf" ? Difficulty.Full : new Difficulty(int.Parse(property.Name));
            check(task, difficulty, property.Value, RandomKey.FromSeed(1810).Child(configuration).Child(property.Name).Stream());
        }
    }

    private static Dictionary<string, double> ReadMeans(JsonElement means) =>
        means.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetDouble());

    private static Dictionary<string, double> DrawClasses(AlgorithmicTask task, Difficulty difficulty, RandomStream random)
    {
        Context context = task.DrawContext(difficulty, random);
        return Enumerable.Range(0, QuestionsEach)
            .CountBy(_ => context.Truth.ClassOf(task.DrawQuestion(context, random).Words))
            .ToDictionary(pair => pair.Key, pair => (double)pair.Value / QuestionsEach);
    }

    private static double[] CountFacts(AlgorithmicTask task, Context context, IEnumerable<string> kinds)
    {
        var counts = context.Facts.Statements.ToArray().CountBy(fact => KindOf(task, fact)).ToDictionary();
        Assert.Subset(kinds.ToHashSet(), counts.Keys.ToHashSet());
        return [.. kinds.Select(kind => (double)counts.GetValueOrDefault(kind))];
    }

    private static string KindOf(AlgorithmicTask task, Symbols fact)
    {
        string text = task.FormatFact(fact);
        return task.Configuration[..task.Configuration.IndexOf('_')] switch
        {
            "iterate" => "map",
            "graph" => "edge",
            "sum" => "string_value",
            "sat" => "clause",
            "equals" => text.Contains("value") ? "value_of" : "equal",
            _ => text == "(blank)" ? "blank" : text.StartsWith("f(") ? "f_entry" : text.Count(c => c == 'x') == 3 ? "assign_apply" : "assign_value",
        };
    }

    private static void AssertClose(string what, double reference, double[] ours, double smallestVariance, double rounding)
    {
        double mean = ours.Average();
        double variance = Math.Max(smallestVariance, ours.Sum(value => (value - mean) * (value - mean)) / (ours.Length - 1));
        double error = Math.Sqrt(variance * (1.0 / ours.Length + 1.0 / ContextsOfReference));
        Assert.True(
            Math.Abs(mean - reference) <= StandardErrors * error + rounding,
            $"{what}: {mean:F4}, reference {reference:F4}, standard error {error:F5}");
    }
}
