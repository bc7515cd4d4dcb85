using Oversight.Runs.Rounds;

namespace Oversight.Cli.Rendering;

/// <summary>Says that work goes on on another vector path than it was begun on.</summary>
internal static class OtherVectors
{
    /// <summary>What that means.</summary>
    public const string Consequence = "its bytes differ from those of a run that was never stopped";

    /// <summary>The line for a run that goes on; null where it goes on as it was begun.</summary>
    /// <param name="path">The run's folder as the user wrote it.</param>
    /// <param name="session">The run, restored.</param>
    /// <param name="before">The bits of its vectors before it was restored; empty where that is not known.</param>
    public static string? Line(string path, TrainingSession session, IReadOnlyList<int> before)
    {
        if (before.Count == 0 || before[^1] == session.VectorWidths[^1])
            return null;
        return $"'{path}' was computed with {Named(before)} and goes on with {Name(session.VectorWidths[^1])}: "
            + $"{Consequence}; config.json and result.json say so";
    }

    /// <summary>Vectors in words.</summary>
    /// <param name="widths">Their bits, in order; 0 for none.</param>
    public static string Named(IReadOnlyList<int> widths) => string.Join(", then ", widths.Select(Name));

    /// <summary>Vectors in words.</summary>
    /// <param name="bits">Their bits; 0 for none.</param>
    public static string Name(int bits) => bits == 0 ? "no vectors" : $"vectors of {bits} bits";
}
