using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.Evaluation;
using Oversight.Training.Options;

namespace Oversight.Training.WeakToStrong;

/// <summary>The weak supervisor: a smaller X that learns from few true labels, is frozen, and then answers in place of the truth.</summary>
internal sealed class WeakSupervisor : IDisposable
{
    private const int ContextsAtOnce = 8;

    /// <summary>A supervisor at its start.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    public WeakSupervisor(AlgorithmicTask task, TrainingOptions options, RandomKey key, WorkerPool pool)
    {
        AssistantOptions size = options.Assistant with { Layers = options.Weak.Layers, Width = options.Weak.Width, AnewEvery = 0 };
        Network = AssistantNetwork.Create(task, size);
        Learner = new AssistantLearner(Network, options with { Assistant = size }, key, pool);
    }

    /// <summary>Its network.</summary>
    public AssistantNetwork Network { get; }

    /// <summary>Trains it.</summary>
    public AssistantLearner Learner { get; }

    /// <summary>Its averaged weights: what answers.</summary>
    public ParameterVector Weights => Learner.Teacher.Weights;

    /// <summary>Every vector that it needs to go on learning, or to answer.</summary>
    public IReadOnlyList<(string Prefix, ParameterVector Vector)> TrainingVectors =>
    [
        ("supervisor.", Learner.Student),
        ("supervisor.average.", Weights),
        ("supervisor.adam.first.", Learner.Optimiser.FirstMoment),
        ("supervisor.adam.second.", Learner.Optimiser.SecondMoment),
    ];

    /// <summary>Answers the questions of a held-out set.</summary>
    /// <param name="set">The questions.</param>
    public Answer[] Answer(EvaluationSet set)
    {
        using var assistant = new TransformerAssistant(Network, Weights, ContextsAtOnce, set.QuestionsPerContext);
        var answers = new Answer[set.Questions.Length];
        int atOnce = ContextsAtOnce * set.QuestionsPerContext;
        for (int first = 0; first < answers.Length; first += atOnce)
        {
            int count = Math.Min(atOnce, answers.Length - first);
            assistant.Answer(set.Questions.Slice(first, count), answers.AsSpan(first, count));
        }

        return answers;
    }

    public void Dispose() => Learner.Dispose();
}
