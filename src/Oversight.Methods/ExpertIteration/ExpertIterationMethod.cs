using Oversight.Runs.Rounds;

namespace Oversight.Methods.ExpertIteration;

/// <summary>
/// Expert iteration (Anthony, Tian, Barber 2017, arXiv 1705.08439): X proposes, search and an external verifier select, X learns what was verified. The baseline that
/// needs a reward where amplification needs a human.
/// </summary>
public sealed class ExpertIterationMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "expert-iteration";

    /// <inheritdoc/>
    public override string Phase => "X learns what was verified";

    /// <inheritdoc/>
    public override IMethodOptions Options { get; } = new ExpertIterationOptions();

    /// <inheritdoc/>
    public override MethodWords Words => ExpertIterationWords.All;

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => options.Get<ExpertIterationOptions>().Search == ProposalSearch.Decomposed;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => (group, name) == ("human", "queries") || base.Reads(group, name);

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) => MethodRun.Of(contexts => ExpertIterationTargets.New(parts, contexts));
}
