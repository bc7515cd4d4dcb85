using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;

namespace Oversight.Runs.Rounds;

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
    ImmutableSortedDictionary<string, int> TeacherFirst)
{
    /// <summary>The largest share of questions that an evaluation while training found right; below zero before the first.</summary>
    public double Best { get; init; } = -1;

    /// <summary>What is learned before the method proper, in the order of the method; empty where there is nothing.</summary>
    public ImmutableArray<LessonState> Lessons { get; init; } = [];

    /// <summary>What learns beside X; null where the method has nothing that does.</summary>
    public SideState? Beside { get; init; }

    /// <summary>The bits of the vectors that the run was computed with, in order; empty where an earlier version wrote it.</summary>
    public ImmutableArray<int> VectorWidths { get; init; } = [];

    /// <summary>Insists that this is a state which a session of these options can be in.</summary>
    /// <param name="session">The session.</param>
    /// <exception cref="InvalidDataException">It is not.</exception>
    internal void Check(TrainingSession session)
    {
        bool hasHumanModel = session.Run.HumanModel is not null;
        Require(Rounds >= 0 && NextEvaluation > 0 && Evaluations >= 0 && MetricsLength >= 0, "rounds and evaluations are counted from zero");
        Require(!VectorWidths.IsDefault && VectorWidths.All(bits => bits is 0 or 128 or 256 or 512), "vectors have 128, 256 or 512 bits");
        Require(double.IsFinite(Seconds) && Seconds >= 0 && double.IsFinite(MeasuringSeconds), "seconds are a number");
        Require(Assistant.Steps >= 0 && Assistant.Batches >= 0 && Assistant.PublishedSteps >= 0, "steps are counted from zero");
        int perRound = session.Options.Replay.StepsPerRound;
        Require(Assistant.BatchesOfRound >= 0 && Assistant.BatchesOfRound < perRound, "a round that is not over lacks steps");
        Require(hasHumanModel == HumanModel is not null && hasHumanModel == Human is not null, "there is an H' if the method has one");
        Require(HumanModel is null or { Steps: >= 0 }, "steps are counted from zero");
        Require(Human is null || (double.IsFinite(Human.Owed) && IsCount(Human.Spent)), "queries are counted from zero");
        Require(Beside is not null == session.Run.HasBeside, "something learns beside X if the method has it so");
        Require(Beside is null or { Steps: >= 0 } && IsCount(Beside?.Spent ?? new OversightLedger()), "its costs are counted from zero");
        Require(IsCount(Targets.Spent), "costs are counted from zero");
        int classes = session.Run.Task.Classes.Length;
        Require(Curriculum.Level >= 0 && Curriculum.OpenClasses > 0 && Curriculum.OpenClasses <= classes, "the curriculum is the task's");
        Require(!Curriculum.ClassAgreement.IsDefault && Curriculum.ClassAgreement.Length == classes, "each class has an agreement");
        Require(!Lessons.IsDefault && Lessons.Length == session.Run.Lessons, "lessons are those of the method");
        Require(Lessons.All(lesson => lesson is { Given: >= 0, Steps: >= 0 } && IsCount(lesson.Targets.Spent)), "lessons are counted from zero");
        Require(AmplifiedFirst is not null && TeacherFirst is not null, "milestones are known");
    }

    private static bool IsCount(OversightLedger spent) =>
        spent is { HumanQueries: >= 0, HumanDecisions: >= 0, Labels: >= 0, QuestionsAnswered: >= 0, AssistantCalls: >= 0 }
        && spent is { FactsRead: >= 0, JudgeLookUps: >= 0, RewardQueries: >= 0 };

    private static void Require(bool holds, string law)
    {
        if (!holds)
            throw new InvalidDataException($"its state cannot be: {law}");
    }
}
