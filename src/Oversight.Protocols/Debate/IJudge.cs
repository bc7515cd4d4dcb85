namespace Oversight.Protocols.Debate;

/// <summary>The judge's seat: sees what was said, may look up one fact.</summary>
public interface IJudge
{
    /// <summary>Rules on a debate that is over.</summary>
    /// <param name="debate">All that was said.</param>
    Ruling Rule(DebateRecord debate);
}
