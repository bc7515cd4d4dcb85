using System.Text.Json.Nodes;
using Oversight.Runs.Files;

namespace Oversight.Runs.Statistics;

/// <summary>A share of right answers in one run.</summary>
/// <param name="Share">The share.</param>
/// <param name="Interval">Its 95 % interval over held-out contexts; null if not known.</param>
public sealed record Accuracy(double Share, (double Low, double High)? Interval)
{
    private const int UsualContexts = 100;

    /// <summary>What the share rests on; null if not known, as in a run without a result.</summary>
    public ShareEvidence? Evidence { get; init; }

    internal static Accuracy Of(JsonNode? shares, JsonNode? intervals, string who)
    {
        double share = JsonField.Share(shares, who);
        if (JsonField.Find(intervals, who) is not JsonArray { Count: 2 } ends)
            return new Accuracy(share, null);
        (double low, double high) = (End(ends[0]), End(ends[1]));
        return new Accuracy(share, (low, high)) { Evidence = EvidenceOf(share, intervals, who) ?? OlderEvidence(share, low, high) };
    }

    private static ShareEvidence? EvidenceOf(double share, JsonNode? intervals, string who)
    {
        if (JsonField.Find(intervals, "effective") is not { } effective)
            return null;
        double size = JsonField.Number(effective, who);
        if (size <= 0)
            throw new FormatException($"\"effective\" is {size}; allowed is a number above 0");
        double questions = Math.Max(size, JsonField.Number(intervals, "questions"));
        return new ShareEvidence(share, size, JsonField.Count(intervals, "contexts"), questions);
    }

    /// <summary>
    /// Older results hold the interval alone: its width says how many questions it stood for, and there were at most as many contexts as
    /// usual.
    /// </summary>
    private static ShareEvidence OlderEvidence(double share, double low, double high)
    {
        double size = ClassAccuracy.SizeOf(share, low, high);
        (double least, double most) = share is <= 0 or >= 1 ? (1.0, int.MaxValue) : (2, UsualContexts);
        return new ShareEvidence(share, size, (int)Math.Clamp(Math.Round(size), least, most), Math.Max(1, size));
    }

    private static double End(JsonNode? end) =>
        end is JsonValue value && value.TryGetValue(out double number) && number is >= 0 and <= 1
            ? number
            : throw new FormatException("an interval is two numbers from 0 to 1");
}
