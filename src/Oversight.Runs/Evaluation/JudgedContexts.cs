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
        string few = count < asked ? FewNote($"{count}", asked, heldOut) : "";
        string decided = shared > 0 ? SharedNote(shared) : "";
        return string.Join(' ', ((string[])[few, decided]).Where(note => note.Length > 0).Select(Sentence));
    }

    /// <summary>That a task has fewer contexts than were asked for.</summary>
    /// <param name="count">How many there were: a number, or from one to another.</param>
    /// <param name="asked">How many were asked for.</param>
    /// <param name="heldOut">Whether they were held out.</param>
    public static string FewNote(string count, int asked, bool heldOut = true) =>
        $"the task has only {count} different {(heldOut ? "held-out contexts" : "contexts")} of the {asked} asked for.";

    /// <summary>That decisions were made on contexts that judge the end, too.</summary>
    /// <param name="shared">How many.</param>
    public static string SharedNote(int shared) => $"when to stop was decided on {shared} of these contexts, too, so the figures may flatter.";

    private static string Sentence(string note) => char.ToUpperInvariant(note[0]) + note[1..];
}
