using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.HumanModels;
using Oversight.Training.Options;
using Oversight.Training.Overseers;
using Oversight.Training.Processes;

namespace Oversight.Training.Methods;

/// <summary>What a run has to make a method's parts of: the weights as published at the last barrier, and H.</summary>
/// <param name="Options">The run's options.</param>
/// <param name="Network">X's network.</param>
/// <param name="Teacher">X's average, as published.</param>
/// <param name="HumanModelNetwork">The network of H'; null where H is not imitated.</param>
/// <param name="HumanModel">H', as published; null where H is not imitated.</param>
/// <param name="Key">The run's key.</param>
internal sealed record MethodParts(
    TrainingOptions Options,
    AssistantNetwork Network,
    ParameterVector Teacher,
    HumanModelNetwork? HumanModelNetwork,
    ParameterVector? HumanModel,
    RandomKey Key)
{
    /// <summary>The task.</summary>
    public AlgorithmicTask Task => Network.Task;

    /// <summary>The errors of whoever oversees; null for none.</summary>
    public AnswerErrors? Errors => AnswerErrors.Of(Task, Options.Overseer, Key.Child("errors"));

    /// <summary>The real H, with the errors that the options ask for.</summary>
    /// <param name="random">Consumed by random errors.</param>
    public IOverseer NewHuman(RandomStream random)
    {
        IOverseer human = Options.Overseer.Script == "repeat" ? new RepeatingOverseer() : Task.Human;
        return Errors is { } errors ? new ErringOverseer(human, errors, random) : human;
    }

    /// <summary>A crew led by the real H.</summary>
    /// <param name="contexts">How many contexts at once.</param>
    public AmplifyCrew NewHumanCrew(int contexts) => new(Network, Teacher, NewHuman, contexts, Options.Batch.Questions);

    /// <summary>A crew led by H'.</summary>
    /// <param name="contexts">How many contexts at once.</param>
    public AmplifyCrew NewModelCrew(int contexts) => new(
        Network, Teacher, _ => new HumanModel(HumanModelNetwork!, HumanModel!, contexts * Options.Batch.Questions), contexts, Options.Batch.Questions);
}
