using Oversight.Runs.Overseers;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

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
    public override IMethodOptions Options { get; } = new ExpertOptions();

    /// <inheritdoc/>
    public override MethodWords Words { get; } = new("expert iter.", "expert")
    {
        Prices = ledger =>
        [
            new Price(ledger.RewardQueries, "reward queries (verdicts of an external verifier)"),
            .. ledger.HumanQueries > 0 ? (Price[])[new Price(ledger.HumanQueries, "human queries")] : [],
        ],
    };

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => options.Get<ExpertOptions>().Search == ProposalSearch.Decomposed;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => (group, name) == ("human", "queries") || base.Reads(group, name);

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts)
    {
        ExpertOptions options = parts.Options.Get<ExpertOptions>();
        bool tossesCoin = options.Verifier == VerifierKind.Coin;
        return MethodRun.Of(contexts =>
            new VerifiedMaker(options.Proposing, NewCrew(parts, contexts), new Verifier(tossesCoin, parts.Errors)));
    }

    /// <summary>Errors are the verifier's here; where H only lends their decompositions to the search, they make none.</summary>
    private static AmplifyCrew NewCrew(MethodParts parts, int contexts) =>
        new(parts.Network, parts.Teacher, _ => parts.Task.Human, contexts, parts.Options.Batch.Questions);
}
