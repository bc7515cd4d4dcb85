namespace Oversight.Runs.Rounds;

/// <summary>Keeps a run's time, and apart from it the time that measuring takes.</summary>
/// <param name="clock">Measures.</param>
/// <param name="before">Seconds that earlier parts of the run took.</param>
/// <param name="measuringBefore">Those of them that went into measuring.</param>
internal sealed class RunTimer(TimeProvider clock, double before = 0, double measuringBefore = 0)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Seconds since the start.</summary>
    public double Seconds => before + clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Seconds of these that went into <see cref="Measure{T}"/>.</summary>
    public double MeasuringSeconds { get; private set; } = measuringBefore;

    /// <summary>Does something that is not training.</summary>
    public T Measure<T>(Func<T> work)
    {
        double start = Seconds;
        T result = work();
        MeasuringSeconds += Seconds - start;
        return result;
    }
}
