using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Oversight.Learning.Options;
using Oversight.Runs.Options;

namespace Oversight.Runs.Rounds;

/// <summary>Everything that decides a run. Immutable; written whole into the run folder's <c>config.json</c>.</summary>
public sealed record TrainingOptions
{
    /// <summary>The task, for example <c>permutation-powering</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The size of the task and of everything that goes with it: <c>tiny</c>, <c>small</c> or <c>paper</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>How X is trained.</summary>
    public required LearningMethod Method { get; init; }

    /// <summary>The seed of every random stream.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The most steps: batches that X is given in the method proper, whatever prepared it.</summary>
    [Range(1, int.MaxValue)]
    public int Steps { get; init; } = 20_000;

    /// <summary>The <see cref="Until"/> of a run that ends by its steps or minutes only, however often the teacher is right.</summary>
    public const double Never = 2;

    /// <summary>
    /// The teacher's accuracy on held-out contexts at which the run ends, overall and nearly so in each class; or <see cref="Never"/>.
    /// </summary>
    [Range(0.0, 1.0), NamedValue("never", Never)]
    public double Until { get; init; } = 0.99;

    /// <summary>
    /// The most minutes of wall-clock time, looked at after each round, those of preparing included; a round that has begun is finished.
    /// </summary>
    [Range(0.0, 1e6)]
    public double Minutes { get; init; } = 60;

    /// <summary>How many contexts and questions make a batch.</summary>
    public BatchOptions Batch { get; init; } = new();

    /// <summary>X and its optimiser.</summary>
    public AssistantOptions Assistant { get; init; } = new();

    /// <summary>The Polyak average that answers sub-questions.</summary>
    public TeacherOptions Teacher { get; init; } = new();

    /// <summary>How targets are made.</summary>
    public AmplifyOptions Amplify { get; init; } = new();

    /// <summary>How often the real H is asked.</summary>
    public HumanOptions Human { get; init; } = new();

    /// <summary>H' and its optimiser.</summary>
    public HumanModelOptions HumanModel { get; init; } = new();

    /// <summary>Who H is, and how they err.</summary>
    public OverseerOptions Overseer { get; init; } = new();

    /// <summary>How instance size and question classes grow.</summary>
    public CurriculumOptions Curriculum { get; init; } = new();

    /// <summary>What X learns from.</summary>
    public ReplayOptions Replay { get; init; } = new();

    /// <summary>How often the run is saved.</summary>
    public CheckpointOptions Checkpoint { get; init; } = new();

    /// <summary>How often and on how much accuracy is measured.</summary>
    public EvaluationOptions Evaluation { get; init; } = new();

    /// <summary>The options that the method brings with it; null where it has none.</summary>
    [JsonIgnore]
    public IMethodOptions? Own { get; init; }

    /// <summary>What decides how X learns.</summary>
    [JsonIgnore]
    public LearnerOptions Learner => new(Assistant, Teacher, Batch);

    /// <summary>The options that the method brings with it.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <exception cref="InvalidOperationException">The method has others, or none.</exception>
    public T Get<T>()
        where T : IMethodOptions
        => Own is T own ? own : throw new InvalidOperationException($"The options of {Method} are not {typeof(T).Name}.");
}
