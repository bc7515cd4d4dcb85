using System.Collections.Immutable;

namespace Oversight.Training.Checkpoints;

/// <summary>
/// Everything a run needs to go on to the very bit, but for the weights and the buffers: a few numbers. Random streams need no place here, for they are named after
/// the round.
/// </summary>
/// <param name="Rounds">Rounds so far.</param>
/// <param name="NextEvaluation">The batch at which accuracy is measured next.</param>
/// <param name="HumanModelReady">Whether H' imitates H well enough for X to learn.</param>
/// <param name="Seconds">Wall-clock seconds so far.</param>
/// <param name="MeasuringSeconds">Those of them that went into measuring.</param>
/// <param name="MetricsLength">Bytes of <c>metrics.jsonl</c> so far.</param>
/// <param name="Evaluations">Evaluations so far.</param>
/// <param name="Assistant">Process 4.</param>
/// <param name="HumanModel">Process 2; null without H'.</param>
/// <param name="Human">Process 1; null without H'.</param>
/// <param name="Targets">Process 3.</param>
/// <param name="Curriculum">What is asked.</param>
/// <param name="AmplifiedFirst">For each class the step at which Amplify first answered it well.</param>
/// <param name="TeacherFirst">For each class the step at which the teacher first answered it well.</param>
public sealed record RunState(
    int Rounds,
    int NextEvaluation,
    bool HumanModelReady,
    double Seconds,
    double MeasuringSeconds,
    long MetricsLength,
    int Evaluations,
    AssistantState Assistant,
    HumanModelState? HumanModel,
    HumanState? Human,
    TargetState Targets,
    CurriculumState Curriculum,
    ImmutableSortedDictionary<string, int> AmplifiedFirst,
    ImmutableSortedDictionary<string, int> TeacherFirst);
