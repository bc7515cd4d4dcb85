using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>What benchmarks work on: drawn from the task as in a run, always the same.</summary>
internal static class BenchmarkData
{
    /// <summary>Contexts of full size with questions and their true answers.</summary>
    public static TargetBatch Batch(AlgorithmicTask task, int contexts, int questions)
    {
        RandomStream random = Stream("batch");
        var batch = new TargetBatch(contexts, questions);
        for (int i = 0; i < contexts; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            batch.Contexts[i] = context.Facts;
            for (int j = i * questions; j < (i + 1) * questions; j++)
            {
                batch.Questions[j] = task.DrawQuestion(context, random);
                batch.Targets[j] = context.Truth.Answer(batch.Questions[j].Words);
                batch.Weights[j] = 1;
            }
        }

        return batch;
    }

    /// <summary>Transcripts of the script H, whose sub-questions got the same well-formed answer all.</summary>
    public static TranscriptStore Transcripts(AlgorithmicTask task, TranscriptCodec codec, int count)
    {
        var amplified = new AmplifiedAssistant(task.Human, new ConstantAssistant(task.Answers[0]), task.InteractionLength, count);
        amplified.Answer(Batch(task, count, 1).Questions, new Answer[count]);
        var store = new TranscriptStore(codec);
        store.Add(amplified.Transcripts);
        return store;
    }

    public static RandomStream Stream(string name) => Key(name).Stream();

    public static RandomKey Key(string name) => RandomKey.FromSeed(1).Child("benchmark").Child(name);
}
