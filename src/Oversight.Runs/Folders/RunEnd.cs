using System.Globalization;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Folders;

/// <summary>How far a run is, in the words that every page and command uses.</summary>
public static class RunEnd
{
    /// <summary>The run came to its own end.</summary>
    public const string Finished = "finished";

    /// <summary>The run has no end yet, or has gone on from it since.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>Somebody asked the run to stop.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>A loss stopped being a sensible number.</summary>
    public const string Diverged = "diverged";

    /// <summary>The words.</summary>
    /// <param name="stopped">Why it ended, as in <c>result.json</c>; <c>unfinished</c> where it has not.</param>
    /// <param name="step">Where it stands.</param>
    /// <param name="options">What it was asked to do.</param>
    public static string Describe(string stopped, int step, TrainingOptions options) => stopped switch
    {
        Unfinished or Interrupted or Diverged => string.Create(CultureInfo.InvariantCulture, $"{stopped}, step {step:N0} of {options.Steps:N0}"),
        _ => Finished,
    };
}
