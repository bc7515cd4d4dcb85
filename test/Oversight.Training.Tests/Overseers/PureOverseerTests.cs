using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Methods.SelfAmplification;
using Oversight.Neural;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Overseers;

/// <summary>
/// The transcript is the state: an overseer makes the same move for the same transcript, whether it wrote the earlier lines or not, alone or beside others, and
/// whatever it was asked in between.
/// </summary>
public sealed class PureOverseerTests
{
    private const int Questions = 24;

    public static TheoryData<string> Variants => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void NextMoves_Script_IsAFunctionOfTheTranscript(string name) => AssertPure(name, (task, _) => task.Human);

    [Theory]
    [MemberData(nameof(Variants))]
    public void NextMoves_HumanModel_IsAFunctionOfTheTranscript(string name) => AssertPureHumanModel(name, draws: null);

    [Theory]
    [MemberData(nameof(Variants))]
    public void NextMoves_HumanModelThatDraws_IsAFunctionOfTheTranscript(string name) => AssertPureHumanModel(name, Fixture.Key("draws"));

    [Theory]
    [InlineData(ErrorKind.Random)]
    [InlineData(ErrorKind.Deterministic)]
    [InlineData(ErrorKind.Systematic)]
    public void NextMoves_ErringOverseer_IsAFunctionOfTheTranscript(ErrorKind kind) =>
        AssertPure("permutation-powering", (task, work) => new ErringOverseer(
            task.Human, new AnswerErrors(task, new OverseerOptions { Error = 0.5, ErrorKind = kind }, Fixture.Key("errors")), work));

    [Fact]
    public void NextMoves_SlippingOverseer_IsAFunctionOfTheTranscript() =>
        AssertPure("permutation-powering", (task, work) => new SlippingOverseer(task.Human, new PowerWords(task), 0.3, work));

    [Fact]
    public void NextMoves_Table_IsAFunctionOfTheTranscript() =>
        AssertPure("permutation-powering", (task, work) => new TableOverseer(new PowerWords(task), work));

    [Fact]
    public void NextMoves_OtherPieceOfWork_DrawsApart()
    {
        AlgorithmicTask task = TaskCatalog.Create("permutation-powering", TaskPreset.Small);
        Question[] questions = QuestionsOf(task);
        OverseerMove[][] moves = [.. ((string[])["one", "two"]).Select(work =>
        {
            var transcripts = new TranscriptBatch(Questions, task.InteractionLength);
            transcripts.Start(questions);
            var found = new OverseerMove[Questions];
            new TableOverseer(new PowerWords(task), Fixture.Key(work).Stream()).NextMoves(transcripts, found);
            return found;
        })];
        Assert.NotEqual(moves[0], moves[1]);
    }

    private static void AssertPureHumanModel(string name, RandomKey? draws)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 8, Layers = 1, Heads = 2 });
        using ParameterVector weights = Fixture.Weights(network.Layout, 3);
        using var model = new HumanModel(network, weights, Questions) { Draws = draws };
        using var fresh = new HumanModel(network, weights, 1) { Draws = draws };
        // H' at random weights babbles; the script's transcripts are ones that it did not write.
        AssertPure(task, model, fresh, Record(task, model));
        AssertPure(task, model, fresh, Record(task, task.Human));
    }

    private static void AssertPure(string name, Func<AlgorithmicTask, RandomStream, IOverseer> overseer)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        IOverseer one = overseer(task, Fixture.Key("work").Stream());
        AssertPure(task, one, overseer(task, Fixture.Key("work").Stream()), Record(task, task.Human));
        AssertPure(task, one, overseer(task, Fixture.Key("work").Stream()), Record(task, one));
    }

    /// <summary>Holds the moves made for many transcripts at once against those made for each alone by another who never saw them.</summary>
    private static void AssertPure(AlgorithmicTask task, IOverseer together, IOverseer alone, Transcript[] transcripts)
    {
        int longest = transcripts.Max(transcript => transcript.Exchanges.Length);
        for (int length = 0; length <= longest; length++)
        {
            Transcript[] open = [.. transcripts.Where(transcript => transcript.Exchanges.Length >= length)];
            TranscriptBatch batch = Replay(task, open, length);
            var moves = new OverseerMove[open.Length];
            together.NextMoves(batch, moves);
            for (int i = 0; i < open.Length; i++)
            {
                var expected = new OverseerMove[1];
                alone.NextMoves(Replay(task, [open[i]], length), expected);
                Assert.Equal(expected[0], moves[i]);
                if (together is not HumanModel)
                    continue;
                together.NextMoves(Replay(task, [open[i]], length), moves.AsSpan(i, 1));
                Assert.Equal(expected[0], moves[i]);
            }
        }
    }

    private static Transcript[] Record(AlgorithmicTask task, IOverseer overseer)
    {
        Question[] questions = QuestionsOf(task);
        var amplified = new AmplifiedAssistant(overseer, new Babbling(task), task.InteractionLength, Questions);
        amplified.Answer(questions, new Answer[Questions]);
        return [.. Enumerable.Range(0, Questions).Select(amplified.Transcripts.Snapshot)];
    }

    private static Question[] QuestionsOf(AlgorithmicTask task)
    {
        RandomStream random = Fixture.Key("questions").Stream();
        return [.. Enumerable.Range(0, Questions / 4).Select(_ => task.DrawContext(Difficulty.Full, random))
            .SelectMany(context => Enumerable.Range(0, 4).Select(_ => task.DrawQuestion(context, random)))];
    }

    /// <summary>The first exchanges of some transcripts, with nobody having been asked for them.</summary>
    private static TranscriptBatch Replay(AlgorithmicTask task, Transcript[] transcripts, int length)
    {
        var batch = new TranscriptBatch(transcripts.Length, task.InteractionLength);
        batch.Start([.. transcripts.Select(transcript => transcript.Question)]);
        for (int turn = 0; turn < length; turn++)
        {
            batch.Take([.. transcripts.Select(transcript => OverseerMove.Ask(transcript.Exchanges[turn].Asked))]);
            for (int i = 0; i < transcripts.Length; i++)
                batch.Replies[i] = transcripts[i].Exchanges[turn].Reply;
            batch.RecordReplies();
        }

        return batch;
    }

    /// <summary>Answers that depend on the question alone.</summary>
    private sealed class Babbling(AlgorithmicTask task) : IAssistant
    {
        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
        {
            for (int i = 0; i < questions.Length; i++)
                answers[i] = task.Answers[(3 * questions[i].Words[0] + 5 * questions[i].Words[1] + questions[i].Words[2]) % task.Answers.Length];
        }
    }
}
