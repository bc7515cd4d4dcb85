using Oversight.Numerics;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.Options;
using Oversight.Training.Processes;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// What sets a method apart from the others: whether H is imitated, and who makes the targets that X learns from. Rounds, buffers, learners, the curriculum,
/// checkpoints, metrics and the ledger are the same for all.
/// </summary>
internal abstract class LearningMethod
{
    /// <summary>The method of a name.</summary>
    /// <param name="method">The name.</param>
    public static LearningMethod Of(TrainingMethod method) => method switch
    {
        TrainingMethod.Amplify => new AmplifyMethod(),
        TrainingMethod.AmplifyScripted => new AmplifyScriptedMethod(),
        TrainingMethod.Supervised => new SupervisedMethod(),
        TrainingMethod.ExpertIteration => new ExpertIterationMethod(),
        TrainingMethod.Debate => new DebateMethod(),
        TrainingMethod.RewardModelling => new RewardModellingMethod(),
        TrainingMethod.WeakToStrong => new WeakToStrongMethod(),
        TrainingMethod.SelfAmplification => new SelfAmplificationMethod(),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };

    /// <summary>Whether transcripts of H are collected and an H' is trained on them: processes 1 and 2.</summary>
    public virtual bool ImitatesHuman => false;

    /// <summary>Whether the real H is asked while X is trained.</summary>
    /// <param name="options">The run's options.</param>
    public virtual bool AsksHuman(TrainingOptions options) => ImitatesHuman || HasRewardModel;

    /// <summary>Whether a weak supervisor is trained before X learns.</summary>
    public virtual bool HasSupervisor => false;

    /// <summary>What goes on before X learns, in a few words.</summary>
    public virtual string Preparation => "H' learns from H";

    /// <summary>Whether a reward model learns from H's comparisons beside X.</summary>
    public virtual bool HasRewardModel => false;

    /// <summary>What goes on while X learns, in a few words.</summary>
    public abstract string Phase { get; }

    /// <summary>Why X cannot be trained so; null if it can.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The run's options.</param>
    public virtual string? ProblemOf(AlgorithmicTask task, TrainingOptions options) => null;

    /// <summary>How many classes of questions H decomposes, from the easiest, before he is cut off.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The run's options.</param>
    public virtual int HumanClasses(AlgorithmicTask task, TrainingOptions options) => int.MaxValue;

    /// <summary>What is learned before the method proper.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    /// <param name="student">X.</param>
    /// <param name="pool">Runs the shards.</param>
    public virtual LessonProcess[] NewLessons(MethodParts parts, AssistantLearner student, WorkerPool pool) => [];

    /// <summary>How many makers share a batch.</summary>
    /// <param name="batch">The batch.</param>
    public virtual int Makers(BatchOptions batch) => Math.Min(batch.Shards, batch.Contexts);

    /// <summary>A maker of targets.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public abstract ITargetMaker NewMaker(MethodParts parts, int contexts);
}
