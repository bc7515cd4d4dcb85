
namespace Oversight.Runs.Files;

/// <summary>What is yet to be written, in order: a write that the disk refuses stays and is tried again.</summary>
/// <param name="warnings">Is told of refusals.</param>
internal sealed class PendingWrites(DiskWarnings warnings)
{
    private readonly List<(string What, Action Write)> _writes = [];

    /// <summary>Adds a write.</summary>
    /// <param name="what">What is written, for people.</param>
    /// <param name="write">Writes it, or throws and may be called again.</param>
    public void Add(string what, Action write) => _writes.Add((what, write));

    /// <summary>Writes what the disk will take.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool Try()
    {
        _writes.RemoveAll(entry => warnings.Try(entry.What, entry.Write));
        return _writes.Count == 0;
    }

    /// <summary>Writes everything.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Insist()
    {
        foreach ((_, Action write) in _writes)
            write();
        _writes.Clear();
    }
}
