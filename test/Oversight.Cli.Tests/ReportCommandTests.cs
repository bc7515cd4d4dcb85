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
}
