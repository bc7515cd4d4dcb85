using Oversight.Runs.Rounds;

namespace Oversight.Methods.Debate;

/// <summary>How reports speak of debate.</summary>
internal static class DebateWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("debate", "debate")
    {
        Help = "a judge with one look-up rules",
        Prices = ledger => [new Price(ledger.JudgeLookUps, "judge look-ups (one fact a debate)")],
    };
}
