using System.Collections.Immutable;
using System.Globalization;
using Oversight.Core;

namespace Oversight.Runs.Rounds;

/// <summary>How reports speak of a method.</summary>
/// <param name="Label">Its name in few letters, for labels at lines.</param>
/// <param name="Style">Its colour and dashes: a class of the report's style sheet. An unknown one is drawn in the plain colour.</param>
public sealed record MethodWords(string Label, string Style)
{
    /// <summary>What it is, in a few words, for the help of the command line; empty for nothing.</summary>
    public string Help { get; init; } = "";

    /// <summary>Who taught X beside H and the facts; null for nobody.</summary>
    public OtherTeacher? Teacher { get; init; }

    /// <summary>What X learned from: the counts that this method is about.</summary>
    public Func<OversightLedger, ImmutableArray<Price>> Prices { get; init; } = ledger =>
    [
        new Price(ledger.HumanQueries, $"human queries ({Count(ledger.HumanDecisions)} decisions)"),
        new Price(ledger.Labels, "labels"),
    ];

    /// <summary>A count with its thousands apart.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
