using System.Xml.Linq;

namespace Oversight.Cli.Tests;

public sealed class ReportCommandTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    [Fact]
    public void Train_Ended_FolderHoldsReportAndEvents()
    {
        XDocument html = XDocument.Parse(File.ReadAllText(trained.In("run", "report.html")));
        Assert.Contains(html.Descendants("h2"), heading => heading.Value == "Transcripts");
        Assert.NotEmpty(html.Descendants("details"));
        Assert.Single(Directory.GetFiles(trained.In("run"), "events.out.tfevents.*"));
    }

    [Fact]
    public void Report_FolderOfRuns_OneFileThatLoadsNothing()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "report", trained.Path, "--out", "page.html");
        Assert.True(run.ExitCode == 0, run.Error);
        string page = File.ReadAllText(folder.In("page.html"));
        XDocument.Parse(page);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(page.Length, 10_000, 400_000);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Report_CopiesAndLinks_OneRunAndTheOthersNamed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("runs", "a"));
        foreach (string file in (string[])["config.json", "metrics.jsonl", "result.json"])
            File.Copy(trained.In("run", file), folder.In("runs", "a", file));
        Directory.CreateSymbolicLink(folder.In("runs", "b"), folder.In("runs", "a"));
        Directory.CreateSymbolicLink(folder.In("runs", "loop"), folder.In("runs"));
        ProgramRun run = ProgramRun.Of(folder.Path, "report", "runs", trained.In("run"), "--out", "page.html");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("1 run in", run.LastLine, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("is left out").Length - 1);
        Assert.Contains("is left out: the same ", File.ReadAllText(folder.In("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NameWithEscapeSequence_NotSentToTheTerminal()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "report", "no\u001b[31mwhere");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Error);
    }
}
