using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Runs.Rounds;

/// <summary>The networks of a run with their weights. Owns none of them.</summary>
/// <param name="Task">The task.</param>
/// <param name="Network">X's network.</param>
/// <param name="Student">The weights of X as trained.</param>
/// <param name="Teacher">Their Polyak average: the X to ask.</param>
/// <param name="HumanModelNetwork">The network of H'; null without H'.</param>
/// <param name="HumanModel">The weights of H'; null without H'.</param>
public sealed record RunWeights(
    AlgorithmicTask Task,
    AssistantNetwork Network,
    ParameterVector Student,
    ParameterVector Teacher,
    HumanModelNetwork? HumanModelNetwork,
    ParameterVector? HumanModel)
{
    /// <summary>Every vector with the prefix that its tensors have in a checkpoint.</summary>
    public IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors => HumanModel is null
        ? [("student.", Student), ("teacher.", Teacher)]
        : [("student.", Student), ("teacher.", Teacher), ("humanModel.", HumanModel)];
}
