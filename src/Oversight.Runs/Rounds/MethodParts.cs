using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Runs.Rounds;

/// <summary>What a run has to make a method's parts of: the weights as published at the last barrier, and H.</summary>
/// <param name="Options">The run's options.</param>
/// <param name="Network">X's network.</param>
/// <param name="Teacher">X's average, as published.</param>
/// <param name="HumanModelNetwork">The network of H'; null where H is not imitated.</param>
/// <param name="HumanModel">H', as published; null where H is not imitated.</param>
/// <param name="Transcripts">What H' learns from; null where H is not imitated.</param>
/// <param name="Curriculum">What is asked.</param>
/// <param name="StepsOfStudent">X's optimiser steps, as published.</param>
/// <param name="Key">The run's key.</param>
public sealed record MethodParts(
    TrainingOptions Options,
    AssistantNetwork Network,
    ParameterVector Teacher,
    HumanModelNetwork? HumanModelNetwork,
    ParameterVector? HumanModel,
    TranscriptStore? Transcripts,
    Curriculum Curriculum,
    Func<int> StepsOfStudent,
    RandomKey Key)
{
    /// <summary>X.</summary>
    public required AssistantLearner Student { get; init; }

    /// <summary>The threads.</summary>
    public required WorkerPool Pool { get; init; }

    /// <summary>Room for what teachers encode and for the keys and values of all that are H' in this run; few of them run at once.</summary>
    public required BufferPool Memory { get; init; }

    /// <summary>The task.</summary>
    public AlgorithmicTask Task => Network.Task;

    /// <summary>The errors of whoever oversees; null for none.</summary>
    public AnswerErrors? Errors => AnswerErrors.Of(Task, Options.Overseer, Key.Child("errors"));

    /// <summary>The real H, free of errors.</summary>
    public IOverseer Script => Options.Overseer.Script == OverseerScript.Repeat ? new RepeatingOverseer() : Task.Human;

    /// <summary>The real H, with the errors that the options ask for.</summary>
    /// <param name="random">Consumed by random errors.</param>
    public IOverseer NewHuman(RandomStream random) => Errors is { } errors ? new ErringOverseer(Script, errors, random) : Script;

    /// <summary>A crew led by the real H.</summary>
    /// <param name="contexts">How many contexts at once.</param>
    public AmplifyCrew NewHumanCrew(int contexts) => new(Network, Teacher, NewHuman, contexts, Options.Batch.Questions, Memory);

    /// <summary>A crew led by H'.</summary>
    /// <param name="contexts">How many contexts at once.</param>
    public AmplifyCrew NewModelCrew(int contexts) => new(Network, Teacher, _ => NewHumanModel(contexts), contexts, Options.Batch.Questions, Memory);

    /// <summary>H'.</summary>
    /// <param name="contexts">How many contexts at once.</param>
    public HumanModel NewHumanModel(int contexts) => new(HumanModelNetwork!, HumanModel!, contexts * Options.Batch.Questions, Memory);

    /// <summary>Lessons before the method proper.</summary>
    /// <param name="whose">Who learns, for messages.</param>
    /// <param name="learner">Learns.</param>
    /// <param name="maker">Makes the targets.</param>
    /// <param name="kind">Of which questions.</param>
    /// <param name="lessons">How many batches.</param>
    public LessonProcess NewLesson(string whose, AssistantLearner learner, ITargetMaker maker, QuestionKind kind, int lessons)
    {
        RandomKey key = Key.Child("lessons").Child(whose);
        var targets = new TargetProcess(Options.Batch, new ReplayOptions(), Options.Human.Queries, Task, [maker], Curriculum, Pool, key.Child("targets"), kind);
        return new LessonProcess(whose, learner, targets, lessons, key);
    }
}
