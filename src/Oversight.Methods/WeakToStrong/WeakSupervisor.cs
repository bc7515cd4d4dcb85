using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Evaluation;
using Oversight.Tasks;

namespace Oversight.Methods.WeakToStrong;

/// <summary>The weak supervisor: a smaller X that learns from few true labels, is frozen, and then answers in place of the truth.</summary>
internal sealed class WeakSupervisor : IDisposable
{
    private const int ContextsAtOnce = 8;

    /// <summary>A supervisor at its start.</summary>
    /// <param name="task">The task.</param>
    /// <param name="learner">How X learns.</param>
    /// <param name="options">Its size.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    public WeakSupervisor(AlgorithmicTask task, LearnerOptions learner, WeakToStrongOptions options, RandomKey key, WorkerPool pool)
    {
        AssistantOptions size = learner.Assistant with { Layers = options.Layers, Width = options.Width, AnewEvery = 0 };
        Network = AssistantNetwork.Create(task, size);
        Learner = new AssistantLearner(Network, learner with { Assistant = size }, key, pool);
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
