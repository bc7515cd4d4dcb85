using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Tasks;

namespace Oversight.Training.Tests.HumanModels;

/// <summary>H' step by step with its cache against H' over whole transcripts.</summary>
public sealed class HumanModelTests
{
    // The two ways add the same numbers in different orders.
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(4, 1, 2)]
    public void NextMoves_Cached_TakesTheMostProbableSymbolsOfTheWholePass(long seed, int layers, int heads)
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = layers, Heads = heads });
        using ParameterVector weights = Fixture.Weights(network.Layout, seed);
        TiltTowardsBothMoves(network, weights);
        using var human = new HumanModel(network, weights, 24);
        Question[] questions = Fixture.Batch(task, 4, 6, Difficulty.Full).Questions;
        var amplified = new AmplifiedAssistant(human, new Babbling(task), task.InteractionLength, questions.Length);
        // Twice: nothing of the first batch may be left over in the second.
        amplified.Answer(questions, new Answer[questions.Length]);
        amplified.Answer(questions, new Answer[questions.Length]);

        var lengths = new HashSet<int>();
        for (int i = 0; i < questions.Length; i++)
        {
            lengths.Add(amplified.Transcripts.ExchangesOf(i).Length);
            AssertGreedy(network, weights, amplified.Transcripts, i);
        }

        Assert.True(lengths.Count > 1, "The transcripts should differ in length.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RecordSteps_OneAfterTheOther_EqualTheWholePass(int layers)
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = layers, Heads = 2 });
        using ParameterVector weights = Fixture.Weights(network.Layout);
        TranscriptStore store = Fixture.Transcripts(task, network.Codec, 3, out _);
        using var tape = new Tape(weights);
        // Every transcript three times, in the lanes of two groups: the three share a row for as long as they are open.
        const int Times = 9;
        var rows = new RowGroups(3, 1);
        var symbols = new IndexInput(rows, 2);
        var places = new IndexInput(rows, network.Codec.Length);
        using var pool = new BufferPool();
        using var memory = new SequenceMemory(pool);
        var cursor = new SequenceCursor(3 * Times, network.Codec.Length);
        Tensor probabilities = tape.PointerProbabilities(network.RecordSteps(tape, symbols, places, memory, cursor));
        memory.Open();
        float[][][] expected = [.. Enumerable.Range(0, 3).Select(i => Whole(network, weights, store[i]))];
        places.Values.Fill(-1);
        for (int step = 0; step < expected.Max(transcript => transcript.Length); step++)
        {
            int[] open = [.. Enumerable.Range(0, 3).Where(i => step < expected[i].Length)];
            rows.SetUniform(open.Length, 1);
            cursor.MoveTo(
                step,
                [.. open.SelectMany(i => Enumerable.Range(i * Times, Times))],
                [.. Enumerable.Range(0, open.Length).SelectMany(row => Enumerable.Repeat(row, Times))]);
            for (int i = 0; i < open.Length; i++)
            {
                ReadOnlySpan<byte> transcript = store[open[i]];
                network.Embed(symbols.Row(i), transcript[step], network.Codec.Place(step, ReplyStep(network.Codec, transcript)));
                places.Row(i).Fill(-1);
                for (int j = 0; j <= step; j++)
                    places.Row(i)[j] = transcript[j];
            }

            tape.Forward();
            for (int i = 0; i < open.Length; i++)
                AssertNear(expected[open[i]][step], probabilities.Row(i));
        }
    }

    [Fact]
    public void NextMoves_TranscriptsThatAreTheSame_AreCarriedOnAsOne()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = 2, Heads = 2 });
        using ParameterVector weights = Fixture.Weights(network.Layout, 2);
        TiltTowardsBothMoves(network, weights);
        Question[] questions = Fixture.Batch(task, 8, 60, Difficulty.Full).Questions;
        (TranscriptBatch together, long flops) = Amplify(network, weights, task, questions);
        long alone = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            (TranscriptBatch one, long some) = Amplify(network, weights, task, [questions[i]]);
            Assert.Equal(one.ExchangesOf(0).ToArray(), together.ExchangesOf(i).ToArray());
            Assert.Equal(one.AnswerOf(0), together.AnswerOf(i));
            alone += some;
        }

        Assert.True(flops < 0.8 * alone, $"{flops} operations together, {alone} one by one.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Step_Horizon_ImitationIsTheAverageAndIsWhatIsValidated(int horizon)
    {
        AlgorithmicTask task = Fixture.TinyTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = 1, Heads = 2 });
        TranscriptStore store = Fixture.Transcripts(task, network.Codec, 16, out _);
        using var pool = new WorkerPool(1);
        using var learner = new HumanModelLearner(network, new HumanModelOptions { Rate = 0.005, Batch = 8, Horizon = horizon }, Fixture.Key("H'"), pool);
        RandomStream random = Fixture.Key("draw").Stream();
        float[] expected = learner.Weights.Values.ToArray();
        for (int step = 1; step <= 9; step++)
        {
            learner.Step(store, random);
            for (int i = 0; i < expected.Length; i++)
                expected[i] += (learner.Weights.Values[i] - expected[i]) / Math.Min(step, horizon);
        }

        Assert.Equal(horizon == 1, learner.Imitation == learner.Weights);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], learner.Imitation.Values[i], 1e-5f);

        using var other = new HumanModelLearner(network, new HumanModelOptions { Batch = 8 }, Fixture.Key("other"), pool);
        other.Weights.CopyFrom(learner.Imitation);
        Assert.Equal(other.Validate(store), learner.Validate(store));
    }

    [Fact]
    public void Step_64FixedTranscripts_AreLearnedByHeart()
    {
        AlgorithmicTask task = Fixture.TinyTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 32, Layers = 1, Heads = 2 });
        TranscriptStore store = Fixture.Transcripts(task, network.Codec, 64, out Question[] questions);
        using var pool = new WorkerPool(1);
        using var learner = new HumanModelLearner(network, new HumanModelOptions { Rate = 0.005, Batch = 32 }, Fixture.Key("H'"), pool);
        RandomStream random = Fixture.Key("draw").Stream();
        double before = learner.Validate(store);
        for (int i = 0; i < 400; i++)
            learner.Step(store, random);
        double after = learner.Validate(store);
        Assert.True(before > 1 && after < 0.01, $"The loss went from {before} to {after}.");

        // What it has learned by heart it does: with the same replies it makes the same moves.
        using var human = new HumanModel(network, learner.Weights, 64);
        var amplified = new AmplifiedAssistant(human, new Replaying(store, network.Codec, questions), task.InteractionLength, 64);
        amplified.Answer(questions, new Answer[64]);
        var written = new TranscriptStore(network.Codec);
        written.Add(amplified.Transcripts);
        for (int i = 0; i < 64; i++)
            Assert.Equal(store[i].ToArray(), written[i].ToArray());
    }

    [Fact]
    public void NextMoves_TwoThatTakeTurns_HaveRoomForOne()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = 2, Heads = 2 });
        using ParameterVector weights = Fixture.Weights(network.Layout);
        TiltTowardsBothMoves(network, weights);
        Question[] questions = Fixture.Batch(task, 4, 8, Difficulty.Full).Questions;
        using var memory = new BufferPool();
        using var first = new HumanModel(network, weights, questions.Length, memory);
        using var second = new HumanModel(network, weights, questions.Length, memory);
        Assert.Equal(0, memory.Length);

        Answer[] alone = new Answer[questions.Length];
        Answer[] inTurn = new Answer[questions.Length];
        new AmplifiedAssistant(first, new Babbling(task), task.InteractionLength, questions.Length).Answer(questions, alone);
        long roomForOne = memory.Length;
        Assert.True(roomForOne > 0);
        new AmplifiedAssistant(second, new Babbling(task), task.InteractionLength, questions.Length).Answer(questions, inTurn);
        Assert.Equal(roomForOne, memory.Length);
        Assert.Equal(alone, inTurn);
    }

    private static (TranscriptBatch Transcripts, long Flops) Amplify(HumanModelNetwork network, ParameterVector weights, AlgorithmicTask task, Question[] questions)
    {
        using var human = new HumanModel(network, weights, questions.Length);
        var amplified = new AmplifiedAssistant(human, new Babbling(task), task.InteractionLength, questions.Length);
        amplified.Answer(questions, new Answer[questions.Length]);
        return (amplified.Transcripts, human.Flops);
    }

    /// <summary>Every symbol that H' wrote is the most probable one allowed, as the pass over the whole transcript sees it.</summary>
    private static void AssertGreedy(HumanModelNetwork network, ParameterVector weights, TranscriptBatch transcripts, int index)
    {
        TranscriptCodec codec = network.Codec;
        byte[] symbols = new byte[codec.Length];
        int length = codec.Write(
            transcripts.QuestionOf(index).Words, transcripts.ExchangesOf(index), transcripts.AnswerOf(index), symbols);
        float[][] probabilities = Whole(network, weights, symbols.AsSpan(0, length));
        for (int step = codec.QuestionLength; step < length; step++)
        {
            if (!codec.IsHumans(step))
                continue;
            float[] p = probabilities[step - 1];
            bool isMove = (step - codec.QuestionLength) % codec.RoundLength == 0;
            bool canAsk = (step - codec.QuestionLength) / codec.RoundLength < transcripts.Budget;
            float best = !isMove ? p[..codec.Ask].Max() : canAsk ? Math.Max(p[codec.Ask], p[codec.Reply]) : p[codec.Reply];
            Assert.True(p[symbols[step]] >= best - Tolerance, $"Transcript {index}, step {step}: {p[symbols[step]]} chosen, {best} possible.");
        }
    }

    /// <summary>The distribution after each symbol of a transcript but the last.</summary>
    private static float[][] Whole(HumanModelNetwork network, ParameterVector weights, ReadOnlySpan<byte> transcript)
    {
        TranscriptCodec codec = network.Codec;
        using var tape = new Tape(weights);
        var rows = new RowGroups(1, codec.Length);
        var symbols = new IndexInput(rows, 2);
        var places = new IndexInput(new RowGroups(1, 1), codec.Length);
        Tensor probabilities = tape.PointerProbabilities(network.RecordTranscripts(tape, symbols, places));
        rows.SetUniform(1, transcript.Length - 1);
        places.Values.Fill(-1);
        for (int step = 0; step < transcript.Length - 1; step++)
        {
            network.Embed(symbols.Row(step), transcript[step], codec.Place(step, ReplyStep(codec, transcript)));
            places.Row(0)[step] = transcript[step];
        }

        tape.Forward();
        var result = new float[transcript.Length - 1][];
        for (int step = 0; step < result.Length; step++)
            result[step] = probabilities.Row(step).ToArray();
        return result;
    }

    private static int ReplyStep(TranscriptCodec codec, ReadOnlySpan<byte> transcript) => transcript.Length - codec.AnswerLength - 1;

    /// <summary>At random weights the two symbols that begin a move should both come up: their logits start alike and the others do not matter.</summary>
    private static void TiltTowardsBothMoves(HumanModelNetwork network, ParameterVector weights)
    {
        foreach (Parameter parameter in network.Layout.Parameters.Where(parameter => parameter.Name.StartsWith("vocabulary", StringComparison.Ordinal)))
        {
            foreach (ref float weight in weights.Of(parameter))
                weight *= 3;
        }
    }

    private static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
            Assert.Equal(expected[i], found[i], Tolerance);
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

    /// <summary>Gives the replies of recorded transcripts again.</summary>
    private sealed class Replaying(TranscriptStore store, TranscriptCodec codec, Question[] transcripts) : IAssistant
    {
        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
        {
            for (int i = 0; i < questions.Length; i++)
            {
                Facts facts = questions[i].Facts;
                int index = Array.FindIndex(transcripts, question => ReferenceEquals(question.Facts, facts));
                answers[i] = ReplyTo(store[index], questions[i].Words);
            }
        }

        private Answer ReplyTo(ReadOnlySpan<byte> transcript, Symbols asked)
        {
            for (int at = codec.QuestionLength; at + codec.RoundLength < transcript.Length; at += codec.RoundLength)
            {
                if (new Symbols(transcript.Slice(at + 1, codec.QuestionLength)) == asked)
                    return new Answer(new Symbols(transcript.Slice(at + 1 + codec.QuestionLength, codec.AnswerLength)));
            }

            return Core.Answer.Unknown;
        }
    }
}
