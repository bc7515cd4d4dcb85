using System.Collections.Immutable;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

public sealed class TextDialogueTests
{
    [Fact]
    public void TryAsk_SeveralOfWhichSomeWereAsked_AsksTheOthers()
    {
        var dialogue = new TextDialogue([Exchange("a", "1")]);
        Assert.False(dialogue.TryAsk(["a", "b", "c"], out ImmutableArray<TextAnswer> replies));
        Assert.Empty(replies);
        Assert.Equal(new TextMove.Ask("b", "c"), dialogue.Move);
    }

    [Fact]
    public void TryAsk_AllAsked_HandsOverTheRepliesByPlace()
    {
        var dialogue = new TextDialogue([Exchange("a", "1"), Exchange("b", "2"), Exchange("c", "3")]);
        Assert.True(dialogue.TryAsk(["a", "b"], out ImmutableArray<TextAnswer> replies));
        Assert.Equal(["1", "2"], replies.Select(reply => reply.Words));
        Assert.True(dialogue.TryAsk("c", out TextAnswer reply));
        Assert.Equal("3", reply.Words);
        Assert.False(dialogue.TryAsk("d", out _));
        Assert.Equal(new TextMove.Ask("d"), dialogue.Move);
    }

    [Fact]
    public void Reply_RestingOnReplies_IsWholeIfTheyAre()
    {
        var dialogue = new TextDialogue([Exchange("a", "1"), Exchange("b", TextAnswer.Refused("no")), Exchange("b", "2")]);
        Assert.Equal(new TextMove.Reply("0"), dialogue.Reply("0"));
        dialogue.TryAsk(["a", "b"], out _);
        TextAnswer partial = ((TextMove.Reply)dialogue.Reply("1")).Answer;
        Assert.Equal((AnswerStatus.Partial, "1", new Coverage(1, 2)), (partial.Status, partial.Words, partial.Coverage!.Value));
        dialogue.TryAsk("b", out _);
        Assert.Equal(new TextMove.Reply("3"), dialogue.Reply("3"));
    }

    [Fact]
    public void Move_WithNothingToAsk_Throws() => Assert.Throws<InvalidOperationException>(() => new TextDialogue([]).Move);

    private static TextExchange Exchange(string asked, TextAnswer reply) => new(asked, reply);
}
