namespace Oversight.Training.Runs;

/// <summary>Keeps a run's time, and apart from it the time that measuring takes.</summary>
internal sealed class RunTimer(TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Seconds since the start.</summary>
    public double Seconds => clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Seconds of these that went into <see cref="Measure{T}"/>.</summary>
    public double MeasuringSeconds { get; private set; }

    /// <summary>Does something that is not training.</summary>
    public T Measure<T>(Func<T> work)
    {
        double before = Seconds;
        T result = work();
        MeasuringSeconds += Seconds - before;
        return result;
    }
}
