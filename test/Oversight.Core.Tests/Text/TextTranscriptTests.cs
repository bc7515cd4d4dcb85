using FsCheck;
using FsCheck.Fluent;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

public sealed class TextTranscriptTests
{
    private const string Empty = """{"format":"oversight-text-transcript","version":1,"transcript":{"question":{"words":"q"}}}""";

    [Fact]
    public void TryReadJson_WhatToJsonWrites_GivesTheTranscriptBack() => ForAll(transcript =>
        TextTranscript.TryReadJson(transcript.ToJson(), out TextTranscript? back, out string problem)
        && transcript.Equals(back) && problem.Length == 0 && back.ToJson() == transcript.ToJson());

    [Fact]
    public void ToString_AnyWords_ControlsNothingAndNumbersEachEntryOnce() => ForAll(transcript =>
    {
        string text = transcript.ToString();
        string[] starts = [.. text.Split('\n').Select(line => line.TrimStart().Split(' ')[0]).Where(start => start is ['Q' or 'A', ..])];
        return text.All(character => character == '\n' || (!char.IsControl(character) && character != '\u202E'))
            && starts.Distinct().Count() == starts.Length;
    });

    [Fact]
    public void TryReadJson_CutOffAnywhere_IsAProblemAndNotAnException() => ForAll(transcript =>
    {
        string json = transcript.ToJson();
        int cut = json.Length * (transcript.Exchanges.Length + 1) / 7 % json.Length;
        return !TextTranscript.TryReadJson(json[..cut], out TextTranscript? read, out string problem)
            && read is null && problem.Length > 0 && !problem.Contains('\n');
    });

    [Fact]
    public void TryReadJson_TheSmallestTranscript_IsRead()
    {
        Assert.True(TextTranscript.TryReadJson(Empty, out TextTranscript? transcript, out _));
        Assert.Equal(new TextTranscript("q"), transcript);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "An object is expected for the file, not a list")]
    [InlineData("{}", "'format' is missing")]
    [InlineData("""{"format":"other","version":1,"transcript":{}}""", "'oversight-text-transcript' is expected")]
    [InlineData("""{"format":"oversight-text-transcript","version":2,"transcript":{}}""", "The version is 2; 1 is expected")]
    [InlineData("""{"format":"oversight-text-transcript","version":1,"transcript":{}}""", "'question' is missing in a transcript")]
    [InlineData("""{"format":"oversight-text-transcript","version":1,"version":1,"transcript":{}}""", "'version' stands twice in the file")]
    public void TryReadJson_BadFile_IsRefusedWithOneLine(string json, string says) => AssertRefused(json, says);

    [Theory]
    [InlineData("""{"question":{"words":"q"},"extra":1}""", "'extra' is not known")]
    [InlineData("""{"question":{"words":null}}""", "must be a string, not null")]
    [InlineData("""{"question":{"words":"\ud800"}}""", "no valid Unicode")]
    [InlineData("""{"question":{"words":"q","words":"r"}}""", "'words' stands twice")]
    [InlineData("""{"question":{"words":"q"},"exchanges":{}}""", "must be a list")]
    public void TryReadJson_BadTranscript_IsRefusedWithOneLine(string transcript, string says) =>
        AssertRefused($$"""{"format":"oversight-text-transcript","version":1,"transcript":{{transcript}} }""", says);

    [Theory]
    [InlineData("""{"words":"a","status":"fine"}""", "'fine' is no status of an answer; there are whole, partial")]
    [InlineData("""{"words":"a","status":"whole","confidence":1.5}""", "from 0 to 1")]
    [InlineData("""{"words":"a","status":"whole","coverage":{"covered":3,"total":2}}""", "3 of 2")]
    [InlineData("""{"words":"a","status":"whole","quotes":[{"words":"w","document":"../x","from":0,"to":1}]}""", "named by its hash")]
    [InlineData("""{"words":"a","status":"whole","quotes":[{"words":"w","document":"x","from":5,"to":1}]}""", "runs from 5 to 1")]
    [InlineData("""{"words":"a","status":"whole","quotes":[{"words":"w","document":"x","from":-5,"to":1}]}""", "whole number from 0")]
    public void TryReadJson_BadAnswer_IsRefusedWithOneLine(string answer, string says) =>
        AssertRefused(Empty.Replace("}}}", "},\"answer\":" + answer + "}}"), says);

    [Theory]
    [InlineData("""{"money":-1}""")]
    [InlineData("""{"money":0.0000000000001}""")]
    [InlineData("""{"money":1e300}""")]
    [InlineData("""{"tokens":1.5}""")]
    [InlineData("""{"time":1e30}""")]
    [InlineData("""{"calls":"1"}""")]
    public void TryReadJson_BadSpending_IsRefusedWithOneLine(string spent) =>
        AssertRefused(Empty.Replace("}}}", "},\"spent\":" + spent + "}}"), "must be a");

    [Fact]
    public void TryReadJson_TooLong_IsRefused()
    {
        Assert.False(TextTranscript.TryReadJson(Empty, out _, out string problem, maxLength: 20));
        Assert.Contains("at most 20 are read", problem);
    }

    [Fact]
    public void ToJson_DeepestTree_IsReadAgain_AndOneDeeperIsRefused()
    {
        TextTranscript tree = new("q", answer: new TextAnswer("a", quotes: [new Quote("w", new Passage("x", 0, 1))]));
        while (tree.Depth < TextTranscript.MaxDepth)
            tree = new TextTranscript("q").With(new TextExchange("q", new TextResult("a", Spending.OneCall, tree)));
        Assert.True(TextTranscript.TryReadJson(tree.ToJson(), out TextTranscript? back, out _));
        Assert.Equal(tree, back);
        var tooDeep = new TextTranscript("q").With(new TextExchange("q", new TextResult("a", Spending.OneCall, tree)));
        Assert.Throws<InvalidOperationException>(tooDeep.ToJson);
    }

    [Fact]
    public void TryReadJson_DeeperThanATreeMayBe_IsRefused()
    {
        const string Leaf = """{"question":{"words":"q"}}""";
        const string Open = """{"question":{"words":"q"},"exchanges":[{"asked":{"words":"q"},"reply":{"words":"a","status":"whole"},""";
        string inner = Leaf;
        for (int level = 0; level < TextTranscript.MaxDepth; level++)
            inner = $$"""{{Open}}"transcript":{{inner}}}]}""";
        AssertRefused($$"""{"format":"oversight-text-transcript","version":1,"transcript":{{inner}}}""", "more than 64 levels");
        AssertRefused(new string('[', 100_000), "depth");
    }

    [Fact]
    public void ToString_ATree_IndentsChildrenInTheOrderAsked()
    {
        var inner = new TextTranscript("left?", [new TextExchange("left left?", (TextAnswer)"1")], "1");
        var tree = new TextTranscript(new TextQuestion("sum?", [new Passage("9f2c", 0, 10)], "en"))
            .With(new TextExchange("left?", new TextResult("1", Spending.OneCall, inner)))
            .With(new TextExchange("right?\nreally", TextAnswer.Refused("not my field")))
            .Ended(new TextAnswer("1", AnswerStatus.Partial, [new Quote("one", new Passage("9f2c", 2, 5))])
            {
                Coverage = new Coverage(1, 2),
                Confidence = 0.5,
            });
        Assert.Equal(
            """
            Q sum? [9f2c:0-10] (in en)
                Q1 left?
                    Q1.1 left left?
                    A1.1 1
                A1 1
                Q2 right?
                 | really
                A2 (refused: not my field)
            A 1 (partial; covers 1 of 2; sure to 0.5)
              from 9f2c:2-5: "one"
            spent calls=2

            """,
            tree.ToString());
    }

    [Fact]
    public void Words_HalfOfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFDb", new TextQuestion("a\uD800b").Words);

    [Fact]
    public void Surface_ATree_HidesHowAnswersCameAboutAndNothingElse() => ForAll(transcript =>
        transcript.Surface().Depth == 1 && transcript.Surface().Exchanges.Select(exchange => (exchange.Asked, exchange.Reply))
            .SequenceEqual(transcript.Exchanges.Select(exchange => (exchange.Asked, exchange.Reply))));

    private static void AssertRefused(string json, string says)
    {
        Assert.False(TextTranscript.TryReadJson(json, out TextTranscript? transcript, out string problem));
        Assert.Null(transcript);
        Assert.Contains(says, problem);
        Assert.DoesNotContain('\n', problem);
    }

    private static void ForAll(Func<TextTranscript, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Transcripts.ToArbitrary(), holds));
}
