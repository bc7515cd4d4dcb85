using Oversight.Runs.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Recursive reward modelling (Leike et al. 2018, arXiv 1811.07871): H compares two answers of X, assisted by X on questions one level below; a reward model learns
/// their comparisons, and X learns the best of its proposals under it.
/// </summary>
public sealed class RewardModellingMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "reward-modelling";

    /// <inheritdoc/>
    public override string Phase => "X learns what the reward model prefers";

    /// <inheritdoc/>
    public override IMethodOptions Options { get; } = new RewardModellingOptions();

    /// <inheritdoc/>
    public override MethodWords Words => RewardModellingWords.All;

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => true;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => (group, name) == ("human", "queries") || base.Reads(group, name);

    /// <summary>Where H cannot tell yet, deeper questions wait until X agrees with what it is taught of those before: comparing them would tell nothing.</summary>
    /// <param name="options">As the task has them.</param>
    public override TrainingOptions Adapt(TrainingOptions options) => options with { Curriculum = new CurriculumOptions { Frontier = 0.9 } };

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) => new RewardModellingRun(parts);
}
