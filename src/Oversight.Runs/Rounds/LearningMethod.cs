using Oversight.Learning.Options;
using Oversight.Tasks;

namespace Oversight.Runs.Rounds;

/// <summary>
/// A method of oversight: who makes the targets that X learns from. Rounds, buffers, learners, the curriculum, checkpoints, metrics and the ledger are the same
/// for all. A method is stateless and is known by its type; what it needs in one run is its <see cref="MethodRun"/>.
/// </summary>
public abstract class LearningMethod : IEquatable<LearningMethod>
{
    /// <summary>Its name on the command line and in <c>config.json</c>: <c>weak-to-strong</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What goes on while X learns, in a few words.</summary>
    public abstract string Phase { get; }

    /// <summary>How reports speak of it.</summary>
    public abstract MethodWords Words { get; }

    /// <summary>The options that it brings with it, at their usual values; null for none.</summary>
    public virtual IMethodOptions? Options => null;

    /// <summary>What goes on before X learns, in a few words.</summary>
    public virtual string Preparation => "H' learns from H";

    /// <summary>Whether transcripts of H are collected and an H' is trained on them: processes 1 and 2.</summary>
    public virtual bool ImitatesHuman => false;

    /// <summary>Whether X learns true answers: the ceiling that other methods are held against.</summary>
    public virtual bool LearnsTruth => false;

    /// <summary>Whether the real H is asked while X is trained.</summary>
    /// <param name="options">The run's options.</param>
    public virtual bool AsksHuman(TrainingOptions options) => ImitatesHuman;

    /// <summary>Whether the method reads a setting, while training or while its accuracy is measured: changing one of the others changes nothing of its runs.</summary>
    /// <param name="group">What stands before the dot.</param>
    /// <param name="name">What stands behind it.</param>
    public virtual bool Reads(string group, string name) => (group, name) switch
    {
        // Whoever amplifies X to measure it abstains as H would.
        ("amplify", "abstainBelow") => true,
        ("amplify", _) => false,
        ("human" or "humanModel", _) => ImitatesHuman,
        _ => true,
    };

    /// <summary>What the method changes of the settings that were tuned for a task.</summary>
    /// <param name="options">As the task has them.</param>
    public virtual TrainingOptions Adapt(TrainingOptions options) => options;

    /// <summary>Why X cannot be trained so; null if it can.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The run's options.</param>
    public virtual string? ProblemOf(AlgorithmicTask task, TrainingOptions options) => null;

    /// <summary>Why some options do not go together; null if they do.</summary>
    /// <param name="options">The options, each of them allowed.</param>
    public virtual string? ProblemOf(TrainingOptions options) => null;

    /// <summary>How many classes of questions H decomposes, from the easiest, before they are cut off.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The run's options.</param>
    public virtual int HumanClasses(AlgorithmicTask task, TrainingOptions options) => int.MaxValue;

    /// <summary>How many batches X is given before the method proper.</summary>
    /// <param name="options">The run's options.</param>
    public virtual int PreparingSteps(TrainingOptions options) => 0;

    /// <summary>How many makers of targets share a batch.</summary>
    /// <param name="batch">The batch.</param>
    public virtual int Makers(BatchOptions batch) => Math.Min(batch.Shards, batch.Contexts);

    /// <summary>The method's part in a run.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    public abstract MethodRun Begin(MethodParts parts);

    /// <summary>Two methods of a type are the same method.</summary>
    /// <param name="other">Another.</param>
    public bool Equals(LearningMethod? other) => other?.GetType() == GetType();

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as LearningMethod);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => GetType().GetHashCode();

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
