using System.Globalization;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Cli.Rendering;

/// <summary>Says how a run that has stopped goes on.</summary>
internal static class GoingOn
{
    private const int MostQueries = 100_000_000;

    /// <summary>The command, or null where there is nothing to go on with.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="path">The run's folder as the user wrote it.</param>
    public static string? CommandFor(RunResult result, string path)
    {
        string resume = $"{Program} resume {(path.Contains(' ') ? $"\"{path}\"" : path)}";
        return result.Stopped switch
        {
            StopReason.Interrupted => resume,
            StopReason.Steps => $"{resume} --steps {Math.Min(2L * result.Options.Steps, int.MaxValue)}",
            StopReason.Minutes => string.Create(CultureInfo.InvariantCulture, $"{resume} --minutes {Math.Max(1, 2 * result.Options.Minutes)}"),
            _ => null,
        };
    }

    /// <summary>The command that trains again with more human queries; null where these did not end the run.</summary>
    /// <param name="result">What the run came to.</param>
    public static string? WithMoreQueries(RunResult result)
    {
        if (result.Stopped != StopReason.Queries)
            return null;
        HumanOptions human = result.Options.Human;
        HumanOptions more = human with { Queries = Math.Min(2 * human.Queries, MostQueries) };
        return $"{Program} {RepeatCommand.Of(result.Options with { Human = more })}";
    }

    /// <summary>What the reader typed to get here: the launcher says.</summary>
    public static string Program => Environment.GetEnvironmentVariable("OVERSIGHT_COMMAND") is { Length: > 0 } command ? command : "oversight";
}
