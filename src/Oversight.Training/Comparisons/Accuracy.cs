using System.Text.Json.Nodes;

namespace Oversight.Training.Comparisons;

/// <summary>A share of right answers in one run.</summary>
/// <param name="Share">The share.</param>
/// <param name="Interval">Its 95 % interval over held-out contexts; null if not known.</param>
public sealed record Accuracy(double Share, (double Low, double High)? Interval)
{
    internal static Accuracy Of(JsonNode? share, JsonNode? interval) =>
        new((double)share!, interval is JsonArray { Count: 2 } ends ? ((double)ends[0]!, (double)ends[1]!) : null);
}
