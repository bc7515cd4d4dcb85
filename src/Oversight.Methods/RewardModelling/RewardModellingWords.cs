using Oversight.Runs.Rounds;

namespace Oversight.Methods.RewardModelling;

/// <summary>How reports speak of reward modelling.</summary>
internal static class RewardModellingWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("reward model", "reward")
    {
        Help = "H compares",
        Prices = ledger => [new Price(ledger.HumanQueries, $"comparisons by H, who read {MethodWords.Count(ledger.FactsRead)} facts")],
    };
}
