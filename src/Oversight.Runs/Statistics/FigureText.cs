using System.Globalization;

namespace Oversight.Runs.Statistics;

/// <summary>How the figures of a comparison look in tables.</summary>
public static class FigureText
{
    /// <summary>What the brackets of a table hold.</summary>
    public const string AboutIntervals =
        "Accuracy of X (its teacher) on held-out contexts, with 95 % intervals. Over several seeds they hold what contexts and what seeds\n"
        + "do to a run; of one seed they are of that run over contexts and say nothing about other seeds.";

    /// <summary>A figure with three places.</summary>
    /// <param name="share">The figure.</param>
    public static string Number(double share) => share.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A share with three places; a dash for none.</summary>
    /// <param name="estimate">The share.</param>
    public static string Share(Estimate? estimate) => estimate is null ? "-" : Number(estimate.Mean);

    /// <summary>The interval of a share, <c>0.981-0.994</c>; empty if there is none.</summary>
    /// <param name="estimate">The share.</param>
    public static string Interval(Estimate? estimate) =>
        estimate is { HasInterval: true } ? $"{Number(estimate.Low)}-{Number(estimate.High)}" : "";

    /// <summary>A difference of shares with its sign; a dash for none.</summary>
    /// <param name="estimate">The difference.</param>
    public static string Difference(Estimate? estimate) => estimate is null ? "-" : Signed(estimate.Mean);

    /// <summary>The interval of a difference, <c>-0.012 to +0.004</c>; empty if there is none.</summary>
    /// <param name="estimate">The difference.</param>
    public static string DifferenceInterval(Estimate? estimate) =>
        estimate is { HasInterval: true } ? $"{Signed(estimate.Low)} to {Signed(estimate.High)}" : "";

    /// <summary>A figure that may be below zero, with its interval: <c>0.412 (0.101 to 0.723)</c>.</summary>
    /// <param name="estimate">The figure.</param>
    public static string Bracketed(Estimate estimate) =>
        estimate.HasInterval ? $"{Number(estimate.Mean)} ({Number(estimate.Low)} to {Number(estimate.High)})" : Number(estimate.Mean);

    /// <summary>A count with thousands apart.</summary>
    /// <param name="count">The count, or a mean of counts.</param>
    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Seconds; with one place below a hundred.</summary>
    /// <param name="seconds">The seconds.</param>
    public static string Seconds(double seconds) => seconds.ToString(seconds < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    private static string Signed(double difference) => difference.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
}
