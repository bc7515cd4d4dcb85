using System.Text.Json.Nodes;

namespace Oversight.Training.Comparisons;

/// <summary>A share of right answers in one run.</summary>
/// <param name="Share">The share.</param>
/// <param name="Interval">Its 95 % interval over held-out contexts; null if not known.</param>
public sealed record Accuracy(double Share, (double Low, double High)? Interval)
{
    internal static Accuracy Of(JsonNode? shares, JsonNode? intervals, string who) => new(
        JsonField.Share(shares, who),
        JsonField.Find(intervals, who) is JsonArray { Count: 2 } ends ? (End(ends[0]), End(ends[1])) : null);

    private static double End(JsonNode? end) =>
        end is JsonValue value && value.TryGetValue(out double number) && number is >= 0 and <= 1
            ? number
            : throw new FormatException("an interval is two numbers from 0 to 1");
}
