using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Overseers;

public sealed class ErringOverseerTests
{
    private const double Error = 0.3;
    private static readonly AlgorithmicTask Task = Fixture.SmallTask;

    [Theory]
    [InlineData(ErrorKind.Random)]
    [InlineData(ErrorKind.Deterministic)]
    [InlineData(ErrorKind.Systematic)]
    public void NextMoves_ManyQuestions_ErrAtTheGivenRate(ErrorKind kind)
    {
        Question[] questions = [.. Enumerable.Range(0, 40).SelectMany(AboutContext)];
        int erred = Replies(kind, questions).Count(answer => answer != Task.Answers[0]);
        // A wrong reply is drawn from all answers, the right one among them; systematic errors are shared by the 64 different questions.
        double expected = Error * (Task.Answers.Length - 1) / Task.Answers.Length;
        Assert.InRange(erred / (double)questions.Length, expected - 0.12, expected + 0.12);
    }

    [Fact]
    public void NextMoves_DeterministicSameFacts_RepliesTheSame() =>
        Assert.Equal(
            Replies(ErrorKind.Deterministic, AboutContext(1), seed: 1), Replies(ErrorKind.Deterministic, AboutContext(1), seed: 2));

    [Fact]
    public void NextMoves_DeterministicOtherFacts_RepliesDiffer() =>
        Assert.NotEqual(Replies(ErrorKind.Deterministic, AboutContext(1)), Replies(ErrorKind.Deterministic, AboutContext(2)));

    [Fact]
    public void NextMoves_SystematicOtherFacts_RepliesTheSame()
    {
        Answer[] replies = Replies(ErrorKind.Systematic, AboutContext(1), seed: 1);
        Assert.Equal(replies, Replies(ErrorKind.Systematic, AboutContext(2), seed: 2));
        Assert.Contains(replies, answer => answer != Task.Answers[0]);
    }

    [Fact]
    public void NextMoves_RandomSameFacts_RepliesDiffer() =>
        Assert.NotEqual(Replies(ErrorKind.Random, AboutContext(1), seed: 1), Replies(ErrorKind.Random, AboutContext(1), seed: 2));

    /// <summary>The same 64 questions about the facts of a context.</summary>
    private static Question[] AboutContext(int index)
    {
        Facts facts = Task.DrawContext(Difficulty.Full, Fixture.Key("context").Child(index).Stream()).Facts;
        RandomStream random = Fixture.Key("words").Stream();
        Context asked = Task.DrawContext(Difficulty.Full, random);
        return [.. Enumerable.Range(0, 64).Select(_ => new Question(facts, Task.DrawQuestion(asked, random).Words))];
    }

    private static Answer[] Replies(ErrorKind kind, Question[] questions, long seed = 1)
    {
        var overseer = new ErringOverseer(
            new RepliesAtOnce(Task.Answers[0]),
            new AnswerErrors(Task, new OverseerOptions { Error = Error, ErrorKind = kind }, Fixture.Key("errors")),
            RandomKey.FromSeed(seed).Stream());
        var transcripts = new TranscriptBatch(questions.Length, budget: 1);
        transcripts.Start(questions);
        var moves = new OverseerMove[questions.Length];
        overseer.NextMoves(transcripts, moves);
        return [.. moves.Select(move => new Answer(move.Words))];
    }

    private sealed class RepliesAtOnce(Answer answer) : IOverseer
    {
        public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves) => moves.Fill(OverseerMove.Reply(answer));
    }
}
