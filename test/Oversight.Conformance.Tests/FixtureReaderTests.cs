namespace Oversight.Conformance.Tests;

public sealed class FixtureReaderTests
{
    private const string Good =
        """{"task":"iterate","config":{"name":"iterate_c4_l1_k3","nchars":4,"length":1,"log_iters":3},"difficulty":"inf","instance":0,"facts":"""
        + """[{"kind":"map","x":0,"y":0}],"questions":[],"extra":[{"tag":"primitive","q":{"kind":"power","x":0,"exponent":1},"truth":"""
        + """{"kind":"element","value":0},"simple":true,"class":"bits 1","human":{"asked":[],"answer":"idk"}}]}""";

    [Fact]
    public void Read_GoodRecord_ReadsIt()
    {
        FixtureContext context = Assert.Single(FixtureReader.Read(new StringReader(Good), "a.jsonl"));
        Assert.Equal("a.jsonl line 1", context.Place);
        Assert.Equal("iterate_c4_l1_k3", context.Task.Configuration);
        Assert.Equal("sigma(0) = 0", context.Task.FormatFact(context.Facts[0]));
        Assert.Equal("sigma^1(0)", context.Task.FormatQuestion(Assert.Single(context.Questions).Words));
    }

    [Theory]
    [InlineData("\"instance\":0,", "", "'instance' is missing")]
    [InlineData("\"instance\":0", "\"instance\":0,\"instance\":0", "not JSON")]
    [InlineData("\"instance\":0", "\"instance\":0,\"colour\":0", "'colour' does not belong here")]
    [InlineData("\"instance\":0", "\"instance\":", "not JSON")]
    [InlineData("\"instance\":0", "\"instance\":0,\"\\ud800\":0", "not JSON")]
    [InlineData("\"inf\"", "\"\\ud800\"", "Cannot read")]
    [InlineData("\"instance\":0", "\"instance\":0,\"a\\nb\":0", "'a b' does not belong here")]
    [InlineData("iterate_c4_l1_k3", "iterate\\nc4", "There is no configuration 'iterate c4'")]
    [InlineData("\"inf\"", "\"infinite\"", "'difficulty' should be")]
    [InlineData("\"inf\"", "-1", "'difficulty' should be")]
    [InlineData("\"iterate\"", "\"graph\"", "task 'graph' does not go with this configuration")]
    [InlineData("iterate_c4_l1_k3", "iterate_c4_l1_k", "There is no configuration 'iterate_c4_l1_k'")]
    [InlineData("iterate_c4_l1_k3", "iterate_c99_l2_k3", "99 characters, 2 of them an element")]
    [InlineData("\"nchars\":4", "\"nchars\":5", "'nchars' should be 4")]
    [InlineData("\"x\":0,\"y\":0", "\"x\":0,\"y\":4", "facts[0]: 'y' should be a whole number from 0 to 3, not 4")]
    [InlineData("\"x\":0,\"y\":0", "\"x\":null,\"y\":0", "facts[0]: 'x' should be a whole number from 0 to 3, not null")]
    [InlineData("\"kind\":\"map\"", "\"kind\":\"edge\"", "facts[0]: kind 'edge' does not belong here")]
    [InlineData("\"exponent\":1", "\"exponent\":8", "extra[0] q: 'exponent' should be a whole number from 0 to 7, not 8")]
    [InlineData("\"value\":0", "\"value\":0.5", "extra[0] truth: 'value' should be a whole number from 0 to 3, not 0.5")]
    [InlineData("\"answer\":\"idk\"", "\"answer\":\"unknown\"", "extra[0] human answer: an object was expected, not \"unknown\"")]
    [InlineData("\"primitive\"", "\"simple\"", "extra[0]: 'tag' should be primitive, unused or malformed, not simple")]
    [InlineData("\"simple\":true", "\"simple\":1", "extra[0]: 'simple' should be true or false, not 1")]
    public void Read_BadRecord_SaysWhereAndWhatInOneLine(string was, string becomes, string problem)
    {
        var text = new StringReader($"{Good}\n{Good.Replace(was, becomes)}\n");
        string message = Assert.Throws<FixtureFormatException>(() => FixtureReader.Read(text, "a.jsonl").ToArray()).Message;
        Assert.StartsWith("a.jsonl line 2", message);
        Assert.Contains(problem, message);
        Assert.DoesNotContain('\n', message);
    }
}
