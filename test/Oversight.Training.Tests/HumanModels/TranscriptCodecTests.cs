using Oversight.Core;
using Oversight.Learning.HumanModels;
using Oversight.Tasks;

namespace Oversight.Training.Tests.HumanModels;

public sealed class TranscriptCodecTests
{
    public static TheoryData<string> Tasks => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Write_TranscriptsOfH_CanBeReadBack(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        var codec = new TranscriptCodec(task);
        TranscriptBatch transcripts = Transcripts(task, 40);
        byte[] symbols = new byte[codec.Length];
        for (int i = 0; i < transcripts.Count; i++)
        {
            ReadOnlySpan<Exchange> exchanges = transcripts.ExchangesOf(i);
            int length = codec.Write(transcripts.QuestionOf(i).Words, exchanges, transcripts.AnswerOf(i), symbols);
            Assert.Equal(codec.MoveStep(exchanges.Length) + 1 + codec.AnswerLength, length);
            Assert.Equal(transcripts.QuestionOf(i).Words, new Symbols(symbols.AsSpan(0, codec.QuestionLength)));
            for (int round = 0; round < exchanges.Length; round++)
            {
                int at = codec.MoveStep(round);
                Assert.Equal(codec.Ask, symbols[at]);
                Assert.Equal(exchanges[round].Asked, new Symbols(symbols.AsSpan(at + 1, codec.QuestionLength)));
                Assert.Equal(exchanges[round].Reply.Words, new Symbols(symbols.AsSpan(at + 1 + codec.QuestionLength, codec.AnswerLength)));
            }

            int end = codec.MoveStep(exchanges.Length);
            Assert.Equal(codec.Reply, symbols[end]);
            Assert.Equal(transcripts.AnswerOf(i).Words, new Symbols(symbols.AsSpan(end + 1, codec.AnswerLength)));
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void IsHumans_EveryTranscript_CountsWhatHWroteAndNothingElse(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        var codec = new TranscriptCodec(task);
        for (int rounds = 0; rounds <= task.InteractionLength; rounds++)
        {
            int end = codec.MoveStep(rounds);
            for (int step = 0; step <= end + codec.AnswerLength; step++)
            {
                int inRound = (step - codec.QuestionLength) % codec.RoundLength;
                bool expected = step >= end || (step >= codec.QuestionLength && inRound <= codec.QuestionLength);
                Assert.True(expected == codec.IsHumans(step), $"{name}, {rounds} rounds, step {step}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Place_EveryStep_IsItsOwnButTheAnswersAreTheSameWheneverItComes(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        var codec = new TranscriptCodec(task);
        for (int rounds = 0; rounds <= task.InteractionLength; rounds++)
        {
            int end = codec.MoveStep(rounds);
            for (int step = 0; step <= end; step++)
                Assert.Equal(step, codec.Place(step, end));
            for (int i = 0; i < codec.AnswerLength; i++)
                Assert.Equal(codec.ReplyPlace + i, codec.Place(end + 1 + i, end));
            Assert.True(codec.Place(end + codec.AnswerLength, end) < codec.Places);
        }
    }

    [Fact]
    public void TranscriptStore_AddMoveAndDraw_KeepsOrderAndDrawsFromAll()
    {
        var codec = new TranscriptCodec(Fixture.TinyTask);
        TranscriptStore first = Fixture.Transcripts(Fixture.TinyTask, codec, 1100, out _);
        TranscriptStore second = Fixture.Transcripts(Fixture.TinyTask, codec, 700, out _);
        byte[] last = second[699].ToArray();
        first.MoveFrom(second);
        Assert.Equal((1800, 0), (first.Count, second.Count));
        Assert.Equal(last, first[1799].ToArray());
        int[] chosen = new int[4000];
        first.Draw(chosen, 100, Fixture.Key("draw").Stream());
        Assert.True(chosen.Min() >= 0 && chosen.Max() < 1800);
        // Half of all, and the recent ones' share of the other half.
        int recent = chosen.Count(index => index >= 1700);
        Assert.InRange(recent, 2000, 2250);
    }

    private static TranscriptBatch Transcripts(AlgorithmicTask task, int count)
    {
        Determinism.RandomStream random = Fixture.Key(task.Name).Stream();
        var truths = new Dictionary<Facts, GroundTruth>();
        var questions = new Question[count];
        for (int i = 0; i < count; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            truths[context.Facts] = context.Truth;
            questions[i] = task.DrawQuestion(context, random);
        }

        var amplified = new AmplifiedAssistant(task.Human, new Fixture.Truthful(truths), task.InteractionLength, count);
        amplified.Answer(questions, new Answer[count]);
        return amplified.Transcripts;
    }
}
