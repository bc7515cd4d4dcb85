using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Reports.Comparisons;

/// <summary>The command line that repeats a run.</summary>
public static class RepeatCommand
{
    /// <summary>The arguments of the program, without its name.</summary>
    /// <param name="options">What the run was asked to do.</param>
    public static string Of(TrainingOptions options)
    {
        var parts = new List<string>
        {
            "train", options.Task, "--preset", options.Preset, "--method", Setting.Format(options.Method), "--seed", Setting.Format(options.Seed),
        };
        foreach (string setting in SettingDifference.FromPreset(options))
        {
            string[] pair = setting.Split('=', 2);
            if (pair[0].Contains('.'))
                parts.AddRange(["--set", setting]);
            else
                parts.AddRange(["--" + pair[0], pair[1]]);
        }

        return string.Join(' ', parts);
    }
}
