using Oversight.Runs.Rounds;

namespace Oversight.Methods.Supervised;

/// <summary>How reports speak of supervised learning.</summary>
internal static class SupervisedWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("supervised", "supervised")
    {
        Help = "on true answers",
        Prices = ledger => [new Price(ledger.Labels, "labels (true answers)")],
    };
}
