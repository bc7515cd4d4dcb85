using System.Text;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>
/// Every family has its page, and the example on it is what the code prints. To write the examples anew, run this test with the
/// environment variable OVERSIGHT_WRITE_DOCS set to 1.
/// </summary>
public sealed class DocumentTests
{
    private const string Opening = "```text\n";
    private const string Closing = "```\n";

    public static TheoryData<string> Families() => [.. TaskCatalog.Families.Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamily_ShowsWhatTheCodePrints(string family)
    {
        string path = Path.Combine(Folders.Repository, "docs", "tasks", $"{family}.md");
        Assert.True(File.Exists(path), $"docs/tasks/{family}.md is missing: every task has a page.");
        string page = File.ReadAllText(path);
        int start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        int end = page.IndexOf(Closing, start, StringComparison.Ordinal);
        Assert.True(start >= Opening.Length && end >= 0, $"docs/tasks/{family}.md has no example: a block that opens with ```text.");

        string example = Print(TaskCatalog.Create(family, TaskPreset.Tiny));
        if (Environment.GetEnvironmentVariable("OVERSIGHT_WRITE_DOCS") == "1")
            File.WriteAllText(path, page[..start] + example + page[end..]);
        else
            Assert.Equal(example, page[start..end]);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamily_NamesItsVariantsAndConfigurations(string family)
    {
        string page = File.ReadAllText(Path.Combine(Folders.Repository, "docs", "tasks", $"{family}.md"));
        foreach (TaskVariant variant in TaskCatalog.Variants.Where(variant => variant.Name.StartsWith(family, StringComparison.Ordinal)))
        {
            Assert.Contains($"`{variant.Name}`", page);
            foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
                Assert.Contains($"`{variant.ConfigurationOf(preset)}`", page);
        }
    }

    [Fact]
    public void Index_ListsEveryFamily()
    {
        string index = File.ReadAllText(Path.Combine(Folders.Repository, "docs", "tasks", "README.md"));
        Assert.All(TaskCatalog.Families, family => Assert.Contains($"({family.Name}.md)", index));
    }

    /// <summary>
    /// A context, then the one of some questions about it that H asks most about, with what he asks and is truly replied.
    /// </summary>
    private static string Print(AlgorithmicTask task)
    {
        const int questionCount = 12;
        RandomStream random = RandomKey.FromSeed(1).Child(task.Name).Stream();
        Context context = task.DrawContext(new Difficulty(0), random);
        Question[] questions = [.. Enumerable.Range(0, questionCount).Select(_ => task.DrawQuestion(context, random))];
        var primitives = new PrimitiveFirstAssistant(task, new TruthfulAssistant(context.Truth), random, questionCount);
        var amplified = new AmplifiedAssistant(task.Human, primitives, task.InteractionLength, questionCount);
        amplified.Answer(questions, new Answer[questionCount]);
        Transcript transcript = Enumerable.Range(0, questionCount).Select(amplified.Transcripts.Snapshot)
            .OrderByDescending(one => one.Exchanges.Length)
            .ThenByDescending(one => task.Classes.IndexOf(context.Truth.ClassOf(one.Question.Words)))
            .First();

        var text = new StringBuilder();
        foreach (string[] line in context.Facts.Statements.ToArray().Select(task.FormatFact).Chunk(4))
            text.Append($"fact   {string.Join("; ", line)}\n");
        Symbols words = transcript.Question.Words;
        text.Append($"Q      {task.FormatQuestion(words)}    class: {context.Truth.ClassOf(words)}\n");
        foreach (Exchange exchange in transcript.Exchanges)
            text.Append($"H asks {task.FormatQuestion(exchange.Asked),-20} {task.FormatAnswer(exchange.Reply)}\n");
        text.Append($"A      {task.FormatAnswer(transcript.Answer)}\n");
        return text.ToString();
    }
}
