using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>An exponential average of a network's weights over its steps (Polyak and Juditsky 1992): the teacher of a student.</summary>
public sealed class PolyakAverage : IDisposable
{
    /// <summary>Starts at the given weights.</summary>
    /// <param name="start">The student's weights.</param>
    /// <param name="horizon">How many steps the average reaches back, about; at least 1, which copies the student.</param>
    public PolyakAverage(ParameterVector start, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        Horizon = horizon;
        Weights = new ParameterVector(start.Layout);
        Weights.CopyFrom(start);
    }

    /// <summary>How many steps the average reaches back, about.</summary>
    public int Horizon { get; }

    /// <summary>The averaged weights.</summary>
    public ParameterVector Weights { get; }

    /// <summary>Moves the average towards the student: by 1 / min(step, horizon), so that the start is forgotten.</summary>
    /// <param name="student">The student after the step.</param>
    /// <param name="step">The number of the step, from 1.</param>
    public void Update(ParameterVector student, int step) =>
        Elementwise.Lerp(Weights.Values, student.Values, 1f / Math.Min(step, Horizon));

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();
}
