using Oversight.Determinism;

namespace Oversight.Core;

/// <summary>
/// The chance in an overseer, as a function of a key and the transcript: every transcript has a stream of its own, so that what one draws changes nothing for another, and whoever
/// carries a transcript on draws what its writer would have drawn. Reuses one stream; not thread-safe.
/// </summary>
/// <param name="work">Its key names the piece of work; nothing is drawn from it.</param>
/// <param name="use">What is drawn, so that two overseers of one piece of work draw apart.</param>
public sealed class TranscriptDraws(RandomStream work, string use)
{
    private readonly RandomStream _stream = new(default);

    /// <summary>The stream of a transcript, at its start.</summary>
    /// <param name="transcripts">The transcripts.</param>
    /// <param name="index">Which one.</param>
    public RandomStream For(TranscriptBatch transcripts, int index)
    {
        _stream.Restart(work.Key.Child(use).Child(unchecked((long)transcripts.HashOf(index))));
        return _stream;
    }
}
