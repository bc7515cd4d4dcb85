using Oversight.Tasks.Conformance;
using Xunit.Abstractions;

namespace Oversight.Tasks.Tests.Conformance;

public sealed class FixtureVerifierTests(ITestOutputHelper output)
{
    // Where our H does what the reference's H does although the reference calls it odd: the first of equal candidates wins.
    private const string FollowedQuirk = "graph-tie-keeps-first";

    public static TheoryData<string> KeptFiles() => [.. FilesIn(Folders.Fixtures)];

    [Theory]
    [MemberData(nameof(KeptFiles))]
    public void Verify_KeptRecords_AgreeApartFromQuirks(string file) => CheckFile(Path.Combine(Folders.Fixtures, file));

    [Fact]
    public void Verify_AllRecordsBesideTheRepository_AgreeApartFromQuirks()
    {
        if (Folders.SharedTasks is null)
        {
            output.WriteLine("Nothing checked: there is no folder ../shared/tasks/fixtures beside the repository.");
            return;
        }

        string folder = Path.Combine(Folders.SharedTasks, "fixtures");
        foreach (string file in FilesIn(folder))
            CheckFile(Path.Combine(folder, file));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private void CheckFile(string path)
    {
        using StreamReader text = File.OpenText(path);
        FixtureReport report = FixtureVerifier.Verify(FixtureReader.Read(text, Path.GetFileName(path)));
        output.WriteLine($"{Path.GetFileName(path)}: {report}");

        Assert.Empty(report.Differences);
        Assert.True(report.Contexts > 0);
        foreach ((string quirk, FixtureTally tally) in report.Quirks)
            Assert.Equal(0, quirk == FollowedQuirk ? tally.Expected : tally.Agreed);
    }
}
