using Xunit.Abstractions;

namespace Oversight.Conformance.Tests;

public sealed class FixtureVerifierTests(ITestOutputHelper output)
{
    // Where our H does what the reference's H does although the reference calls it odd: the first of equal candidates wins.
    private const string FollowedQuirk = "graph-tie-keeps-first";

    // sigma is 0 -> 2 -> 1 -> 3 -> 0.
    private static readonly string Small = """
        {"task":"iterate","config":{"name":"iterate_c4_l1_k3","nchars":4,"length":1,"log_iters":3},"difficulty":"inf","instance":0,
        "facts":[{"kind":"map","x":0,"y":2},{"kind":"map","x":1,"y":3},{"kind":"map","x":2,"y":1},{"kind":"map","x":3,"y":0}],
        "questions":[{"q":{"kind":"power","x":2,"exponent":6},"truth":{"kind":"element","value":3},"class":"bits 3","depth":3,
        "asked":[{"q":{"kind":"power","x":2,"exponent":3},"a":{"kind":"element","value":0}},
        {"q":{"kind":"power","x":0,"exponent":3},"a":{"kind":"element","value":3}}],"answer":{"kind":"element","value":3},"wrong":[]}],
        "extra":[{"tag":"primitive","q":{"kind":"power","x":1,"exponent":1},"truth":{"kind":"element","value":3},"simple":true,
        "human":{"asked":[{"q":{"kind":"power","x":1,"exponent":1},"a":{"kind":"element","value":3}}],"answer":{"kind":"element","value":3}}}]}
        """.ReplaceLineEndings("");

    private const string FourFacts =
        "\"y\":2},{\"kind\":\"map\",\"x\":1,\"y\":3},{\"kind\":\"map\",\"x\":2,\"y\":1},{\"kind\":\"map\",\"x\":3,\"y\":0}]";

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
        FixtureReport[] reports = [.. FilesIn(folder).Select(file => CheckFile(Path.Combine(folder, file)))];

        // What the description of the fixtures counts.
        Assert.Equal(18, reports.Length);
        Assert.Equal(300, reports.Sum(report => report.Contexts));
        Assert.Equal(6139, Total(reports, FixtureCheck.Transcript));
        Assert.Equal(10162, Total(reports, FixtureCheck.WrongTranscript));
        Assert.Equal(4057, Total(reports, FixtureCheck.ExtraTranscript));
    }

    [Theory]
    [InlineData("\"exponent\":6},\"truth\":{\"kind\":\"element\",\"value\":3}", "\"exponent\":6},\"truth\":{\"kind\":\"element\",\"value\":2}", "Truth: sigma^6(2) = 3, reference 2")]
    [InlineData("\"class\":\"bits 3\"", "\"class\":\"bits 2\"", "Class: sigma^6(2): class bits 3, reference bits 2")]
    [InlineData("\"simple\":true", "\"simple\":false", "Primitive: sigma^1(1): primitive True")]
    [InlineData("\"exponent\":3}", "\"exponent\":2}", "Transcript: sigma^6(2): H's move 1 is to ask sigma^3(2), reference to ask sigma^2(2)")]
    [InlineData("\"answer\":{\"kind\":\"element\",\"value\":3}", "\"answer\":\"idk\"", "Transcript: sigma^6(2): H's move 3 is the answer 3, reference the answer idk")]
    [InlineData(FourFacts, "\"y\":0}]", "FactCount: 4 facts, reference 1")]
    public void Verify_ChangedRecord_TellsTheDifferenceInOneLine(string was, string becomes, string difference)
    {
        Assert.Empty(FixtureVerifier.Verify(FixtureReader.Read(new StringReader(Small), "small.jsonl")).Differences);
        string changed = Small.Replace(was, becomes);
        FixtureReport report = FixtureVerifier.Verify(FixtureReader.Read(new StringReader(changed), "small.jsonl"));
        Assert.Contains(report.Differences, line => line.StartsWith("small.jsonl line 1") && line.EndsWith(difference));
    }

    [Fact]
    public void Verify_FactsThatMakeNoSense_SaysWhereAndWhy()
    {
        string changed = Small.Replace("\"x\":3,\"y\":0", "\"x\":2,\"y\":0");
        var text = new StringReader($"{Small}\n{changed}");
        string message = Assert.Throws<FixtureFormatException>(() => FixtureVerifier.Verify(FixtureReader.Read(text, "small.jsonl"))).Message;
        Assert.StartsWith("small.jsonl line 2: Two facts tell sigma(2).", message);
    }

    [Fact]
    public void Verify_QuirkWithoutADifference_IsNoExpectedDifference()
    {
        string changed = Small.Replace("\"class\":\"bits 3\"", "\"class\":\"bits 3\",\"quirk\":\"none-really\"");
        FixtureReport report = FixtureVerifier.Verify(FixtureReader.Read(new StringReader(changed), "small.jsonl"));
        Assert.Equal(new FixtureTally(1, 0, 0), report.Quirks["none-really"]);
        Assert.Contains("none-really: 0 differ, 1 agree", report.ToString());
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static int Total(FixtureReport[] reports, FixtureCheck check) =>
        reports.Sum(report => report.Tallies[check].Agreed + report.Tallies[check].Expected);

    private FixtureReport CheckFile(string path)
    {
        using StreamReader text = File.OpenText(path);
        FixtureReport report = FixtureVerifier.Verify(FixtureReader.Read(text, Path.GetFileName(path)));
        output.WriteLine($"{Path.GetFileName(path)}: {report}");

        Assert.Empty(report.Differences);
        Assert.True(report.Contexts > 0);
        foreach ((string quirk, FixtureTally tally) in report.Quirks)
            Assert.Equal(0, quirk == FollowedQuirk ? tally.Expected : tally.Agreed);
        return report;
    }
}
