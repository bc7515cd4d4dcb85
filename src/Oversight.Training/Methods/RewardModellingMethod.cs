using Oversight.Training.Assistants;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// Recursive reward modelling (Leike et al. 2018, arXiv 1811.07871): H compares two answers of X, assisted by X on questions one level below; a reward model learns his comparisons, and X learns
/// the best of its proposals under it.
/// </summary>
internal sealed class RewardModellingMethod : LearningMethod
{
    /// <inheritdoc/>
    public override bool HasRewardModel => true;

    /// <inheritdoc/>
    public override string Phase => "X learns what the reward model prefers";

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts)
    {
        int questions = parts.Options.Batch.Questions;
        return new BestOfMaker(
            parts.Options.Reward,
            parts.Network.Answers,
            new TransformerAssistant(parts.Network, parts.Teacher, contexts, questions),
            new TransformerAssistant(parts.Network, parts.RewardModel!, contexts, questions));
    }
}
