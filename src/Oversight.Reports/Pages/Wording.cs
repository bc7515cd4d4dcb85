using System.Globalization;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>How methods and figures are called in reports.</summary>
internal static class Wording
{
    /// <summary>What a row learned from, in words: whatever was not zero.</summary>
    public static string Sources(ComparisonRow row)
    {
        (double Count, string Name)[] sources =
        [
            (row.HumanQueries, row.HumanQueries == 1 ? "human query" : "human queries"),
            (row.Labels, row.Labels == 1 ? "label" : "labels"),
            (row.RewardQueries, row.RewardQueries == 1 ? "reward query" : "reward queries"),
            (row.JudgeLookUps, row.JudgeLookUps == 1 ? "judge look-up" : "judge look-ups"),
        ];
        string text = string.Join(" and ", sources.Where(source => source.Count > 0).Select(source => $"{FigureText.Count(source.Count)} {source.Name}"));
        return text.Length == 0 ? "nothing yet" : text;
    }

    /// <summary>Amplify with the overseer that a method has.</summary>
    public static string Amplifier(LearningMethod method) => method.ImitatesHuman ? "Amplify^H'(X)" : "Amplify^H(X)";

    /// <summary>A share as a percentage that says 100 only where nothing is missing.</summary>
    public static string Percent(double share) =>
        (100 * share).ToString(share is >= 0.9995 and < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A time in few letters.</summary>
    public static string Time(double seconds) => seconds switch
    {
        < 100 => FigureText.Seconds(seconds) + " s",
        < 6000 => (seconds / 60).ToString("0.#", CultureInfo.InvariantCulture) + " min",
        _ => (seconds / 3600).ToString("0.#", CultureInfo.InvariantCulture) + " h",
    };

    /// <summary>A count in words: <c>1 label</c>, <c>1,200 labels</c>.</summary>
    public static string Count(double count, string thing) => $"{FigureText.Count(count)} {thing}{(count == 1 ? "" : "s")}";
}
