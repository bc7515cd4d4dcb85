using System.Globalization;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Cli.Rendering;

/// <summary>How numbers look.</summary>
internal static class Figures
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>What run this is.</summary>
    public static string Title(TrainingOptions options) =>
        $"{options.Task} · {options.Preset} · {Setting.Format(options.Method)} · seed {options.Seed}";

    /// <summary>A share with three places.</summary>
    public static string Share(double share) => share.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A share with three places, in the colour of how good it is.</summary>
    public static string ColouredShare(double share) => $"[{Colour(share)}]{Share(share)}[/]";

    /// <summary>A share as a percentage that says 100 only where nothing is missing.</summary>
    public static string Percent(double share) =>
        (100 * share).ToString(share is >= 0.9995 and < 1 ? "F2" : "F1", CultureInfo.InvariantCulture) + " %";

    /// <summary>A loss; a dash where there is none yet.</summary>
    public static string Loss(double? loss) =>
        loss is { } value && double.IsFinite(value) ? value.ToString(value < 0.01 ? "F5" : "F3", CultureInfo.InvariantCulture) : "-";

    /// <summary>A count with thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Time as minutes and seconds.</summary>
    public static string Time(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(Math.Max(0, seconds)));
        return time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}" : $"{time.Minutes}:{time.Seconds:D2}";
    }

    /// <summary>Time in words.</summary>
    public static string Duration(double seconds) =>
        seconds < 100 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s") : $"{Time(seconds)} min";

    /// <summary>A curve of shares as small bars, the last one standing for now.</summary>
    /// <param name="shares">In order of time.</param>
    /// <param name="width">How many bars at most.</param>
    public static string Curve(IReadOnlyList<double> shares, int width)
    {
        int bars = Math.Min(width, shares.Count);
        var text = new char[Math.Max(0, bars)];
        for (int i = 0; i < text.Length; i++)
        {
            double share = shares[(int)((i + 1L) * shares.Count / bars) - 1];
            text[i] = Bars[Math.Clamp((int)(share * Bars.Length), 0, Bars.Length - 1)];
        }

        return new string(text);
    }

    /// <summary>The colour of a share.</summary>
    public static string Colour(double share) => share >= 0.95 ? "green" : share >= 0.5 ? "yellow" : "grey";
}
