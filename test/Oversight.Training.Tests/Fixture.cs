using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Runs.Questions;
using Oversight.Tasks;

namespace Oversight.Training.Tests;

/// <summary>Small tasks, networks and batches that several tests use.</summary>
internal static class Fixture
{
    /// <summary>16 elements of two characters, so that an answer has two symbols.</summary>
    public static AlgorithmicTask SmallTask { get; } = TaskCatalog.Create("iterate_c4_l2_k4");

    public static AlgorithmicTask TinyTask { get; } = TaskCatalog.Create("iterate_c4_l1_k3");

    public static AssistantOptions AssistantOptions(AssistantKind network) => new()
    {
        Network = network,
        Width = 16,
        Layers = 2,
        AnswerLayers = 2,
        Heads = 2,
        Embedding = 6,
        WarmUp = 10,
    };

    public static RandomKey Key(string name) => RandomKey.FromSeed(1).Child(name);

    /// <summary>Weights at their start with noise on top, so that nothing is exactly zero.</summary>
    public static ParameterVector Weights(ParameterLayout layout, long seed = 1)
    {
        var weights = new ParameterVector(layout);
        weights.Initialise(RandomKey.FromSeed(seed));
        RandomStream random = Key("noise").Child(seed).Stream();
        foreach (ref float weight in weights.Values)
            weight += (float)(0.05 * random.NextNormal());
        return weights;
    }

    /// <summary>Training contexts with questions and their true answers; every fifth target does not count.</summary>
    public static TargetBatch Batch(AlgorithmicTask task, int contexts, int questions, Difficulty difficulty, string name = "batch")
    {
        var batch = new TargetBatch(contexts, questions);
        var source = new ContextSource(task, HeldOut: false);
        RandomStream random = Key(name).Stream();
        for (int i = 0; i < contexts; i++)
        {
            Context context = source.Draw(difficulty, random);
            batch.Contexts[i] = context.Facts;
            for (int j = i * questions; j < (i + 1) * questions; j++)
            {
                batch.Questions[j] = task.DrawQuestion(context, random);
                batch.Targets[j] = context.Truth.Answer(batch.Questions[j].Words);
                batch.Weights[j] = j % 5 == 4 ? 0 : 1;
            }
        }

        return batch;
    }

    /// <summary>Transcripts of H with true sub-answers, some of them replaced by idk.</summary>
    public static TranscriptStore Transcripts(AlgorithmicTask task, TranscriptCodec codec, int count, out Question[] questions)
    {
        RandomStream random = Key("transcripts").Stream();
        var truths = new Dictionary<Facts, GroundTruth>();
        questions = new Question[count];
        for (int i = 0; i < count; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            truths[context.Facts] = context.Truth;
            questions[i] = task.DrawQuestion(context, random);
        }

        var amplified = new AmplifiedAssistant(task.Human, new Truthful(truths), task.InteractionLength, count);
        amplified.Answer(questions, new Answer[count]);
        var store = new TranscriptStore(codec);
        store.Add(amplified.Transcripts);
        return store;
    }

    /// <summary>Answers from the truth, but says idk to one question in eight.</summary>
    internal sealed class Truthful(Dictionary<Facts, GroundTruth> truths) : IAssistant
    {
        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
        {
            for (int i = 0; i < questions.Length; i++)
            {
                Symbols words = questions[i].Words;
                bool unknown = (words[0] + 3 * words[1] + 5 * words[2]) % 8 == 0;
                answers[i] = unknown ? Core.Answer.Unknown : truths[questions[i].Facts].Answer(words);
            }
        }
    }
}
