using System.Collections.Immutable;

namespace Oversight.Runs.Evaluation;

/// <summary>The contexts that an evaluation's questions were about: what its figures rest on.</summary>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Hashes">The hash of each one's facts; a small task may have fewer than were asked for.</param>
/// <param name="Shared">How many of them decisions were made on, too: when to stop, which weights are best.</param>
public sealed record JudgedContexts(int Asked, ImmutableSortedSet<ulong> Hashes, int Shared)
{
    /// <summary>How many there are, all different.</summary>
    public int Count => Hashes.Count;

    /// <summary>What a reader must know of them; empty where there were enough, and none was decided on.</summary>
    public string Note => NoteOn(Count, Asked, Shared);

    /// <summary>What a reader must know of an evaluation's contexts.</summary>
    /// <param name="count">How many there were, all different.</param>
    /// <param name="asked">How many were asked for.</param>
    /// <param name="shared">How many of them decisions were made on, too.</param>
    /// <param name="heldOut">Whether they were held out.</param>
    public static string NoteOn(int count, int asked, int shared, bool heldOut = true)
    {
        string few = count < asked ? $"The task has only {count} different {(heldOut ? "held-out contexts" : "contexts")} of the {asked} asked for." : "";
        string decided = shared > 0 ? $"When to stop was decided on {shared} of these {count} contexts, so the figures may flatter." : "";
        return $"{few} {decided}".Trim();
    }
}
