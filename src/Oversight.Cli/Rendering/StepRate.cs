namespace Oversight.Cli.Rendering;

/// <summary>Steps a second over the last seconds, and what they say about the time left.</summary>
internal sealed class StepRate
{
    private const double Window = 15;
    private readonly Queue<(double Seconds, int Step)> _recent = new();

    /// <summary>Steps a second; 0 before the first.</summary>
    public double PerSecond { get; private set; }

    /// <summary>Takes in where the run stands.</summary>
    public void Observe(double seconds, int step)
    {
        _recent.Enqueue((seconds, step));
        while (_recent.Count > 2 && seconds - _recent.Peek().Seconds > Window)
            _recent.Dequeue();
        (double first, int before) = _recent.Peek();
        if (seconds > first)
            PerSecond = (step - before) / (seconds - first);
    }

    /// <summary>The seconds left until the steps or the minutes are used up, whichever comes first: the target may come sooner.</summary>
    public double SecondsLeft(double seconds, int step, int steps, double minutes)
    {
        double byMinutes = minutes * 60 - seconds;
        return PerSecond > 0 ? Math.Min(byMinutes, (steps - step) / PerSecond) : byMinutes;
    }
}
