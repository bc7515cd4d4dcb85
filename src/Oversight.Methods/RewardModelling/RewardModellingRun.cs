using Oversight.Learning.Assistants;
using Oversight.Neural;
using Oversight.Runs.Processes;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.RewardModelling;

/// <summary>A run with a reward model, which learns beside X.</summary>
/// <param name="parts">What the run has to make it of.</param>
internal sealed class RewardModellingRun(MethodParts parts) : MethodRun
{
    private readonly RewardModelProcess _process = new(parts, parts.Curriculum, parts.Pool);

    /// <inheritdoc/>
    public override ISideProcess Beside => _process;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors => _process.Vectors;

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(int contexts)
    {
        int questions = parts.Options.Batch.Questions;
        return new RewardModellingTargets(
            parts.Options.Get<RewardModellingOptions>(),
            parts.Network.Answers,
            new TransformerAssistant(parts.Network, parts.Teacher, contexts, questions),
            new TransformerAssistant(parts.Network, _process.Published, contexts, questions));
    }
}
