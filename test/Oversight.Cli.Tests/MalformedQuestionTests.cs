namespace Oversight.Cli.Tests;

public sealed class MalformedQuestionTests
{
    private const string InWords = "H' asked something that is no question of this task (symbols ";

    /// <summary>An H' that has learned nothing yet asks what comes: nowhere may that stand as if it were a question.</summary>
    [Fact]
    public void Train_HumanModelThatKnowsNothing_WordsInTreesReportsAndTranscripts()
    {
        using var folder = new TemporaryFolder();
        ProgramRun train = ProgramRun.Of(
            folder.Path,
            [
                "train", "permutation-powering", "--preset", "tiny", "--method", "self-amplification", "--steps", "1",
                "--seed", "1", "--out", "run", "--set", "overseer.error=0.1",
            ]);
        Assert.True(train.ExitCode == 0, train.Error);
        ProgramRun ask = ProgramRun.Of(folder.Path, "ask", "run", "sigma^5(1)", "--human-model", "--truth");
        Assert.True(ask.ExitCode == 0, ask.Error);
        string[] texts =
        [
            ask.Output,
            System.Net.WebUtility.HtmlDecode(File.ReadAllText(folder.In("run", "report.html"))),
            .. Directory.GetFiles(folder.In("run", "transcripts")).Select(File.ReadAllText),
        ];
        Assert.Contains(InWords, texts[1], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.DoesNotMatch(@"\?[a-z0-9_]+( [a-z0-9_]+)+\?", text));
        Assert.All(texts, text => Assert.DoesNotContain("malformed", text, StringComparison.Ordinal));
        Assert.Contains("something that is no question of this task", string.Concat(texts[2..]), StringComparison.Ordinal);
    }
}
