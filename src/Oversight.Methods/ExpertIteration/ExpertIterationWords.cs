using Oversight.Runs.Rounds;

namespace Oversight.Methods.ExpertIteration;

/// <summary>How reports speak of expert iteration.</summary>
internal static class ExpertIterationWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("expert iter.", "expert")
    {
        Help = "a verifier selects",
        Prices = ledger =>
        [
            new Price(ledger.RewardQueries, "reward queries (verdicts of an external verifier)"),
            .. ledger.HumanQueries > 0 ? (Price[])[new Price(ledger.HumanQueries, "human queries")] : [],
        ],
    };
}
