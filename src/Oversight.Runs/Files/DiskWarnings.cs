namespace Oversight.Runs.Files;

/// <summary>Says in one line what the disk refused, once and not at every attempt, and once more when it takes things again. Thread-safe.</summary>
/// <param name="warn">Is told.</param>
internal sealed class DiskWarnings(Action<string> warn)
{
    private readonly HashSet<string> _refused = [];
    private readonly Lock _lock = new();

    /// <summary>Says something.</summary>
    public void Tell(string line) => warn(line);

    /// <summary>Writes something; a refusal is told of.</summary>
    /// <param name="what">What is written.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Whether it was written.</returns>
    public bool Try(string what, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            Refused(what, DiskTrouble.Line(exception));
            return false;
        }

        lock (_lock)
        {
            if (_refused.Remove(what))
                warn($"{what} written again");
        }

        return true;
    }

    private void Refused(string what, string why)
    {
        lock (_lock)
        {
            if (_refused.Add(what))
                warn($"no {what} written: {why}; training goes on, what was written before is untouched, and it is tried again");
        }
    }
}
