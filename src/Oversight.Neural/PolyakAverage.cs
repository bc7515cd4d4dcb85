namespace Oversight.Neural;

/// <summary>An exponential average of a network's weights over its steps (Polyak and Juditsky 1992): the teacher of a student. <see cref="AdamOptimiser.Step"/> moves it.</summary>
public sealed class PolyakAverage : IDisposable
{
    private readonly int _horizon;
    private readonly double _share;

    /// <summary>Starts at the given weights.</summary>
    /// <param name="start">The student's weights.</param>
    /// <param name="horizon">How many steps the average reaches back at least, about; at least 1, which copies the student.</param>
    /// <param name="share">The share of all steps that it reaches back once that is more: a long training ends with a calm average. From 0 to 1.</param>
    public PolyakAverage(ParameterVector start, int horizon, double share = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        (_horizon, _share) = (horizon, share);
        Weights = new ParameterVector(start.Layout);
        Weights.CopyFrom(start);
    }

    /// <summary>The averaged weights.</summary>
    public ParameterVector Weights { get; }

    /// <summary>How far a step moves the average towards the student: 1 / min(step, horizon), so that the start is forgotten.</summary>
    /// <param name="step">The number of the step, from 1.</param>
    /// <returns>A share of the distance, from 0 to 1.</returns>
    public float ShareAt(int step) => (float)(1 / Math.Min(step, Math.Max(_horizon, _share * step)));

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();
}
