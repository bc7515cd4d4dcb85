namespace Oversight.Core;

/// <summary>
/// Lets a script be written as straight-line code although it is a pure function of the transcript: each
/// <see cref="TryAsk"/> either hands over the reply that the transcript already holds at that place, or says that this is the question to ask now.
/// <code>
/// if (!dialogue.TryAsk(half, out Answer y))
///     return dialogue.Move;
/// </code>
/// </summary>
public ref struct Dialogue
{
    private readonly ReadOnlySpan<Exchange> _exchanges;
    private int _next;

    /// <summary>Replays the exchanges of a transcript.</summary>
    /// <param name="exchanges">The exchanges so far.</param>
    public Dialogue(ReadOnlySpan<Exchange> exchanges)
    {
        _exchanges = exchanges;
        _next = 0;
        Move = default;
    }

    /// <summary>The move to make, once <see cref="TryAsk"/> has returned false.</summary>
    public OverseerMove Move { get; private set; }

    /// <summary>Asks a sub-question, or reads its reply if it was asked before.</summary>
    /// <param name="words">The sub-question's words.</param>
    /// <param name="reply">The reply, where there is one.</param>
    /// <returns>True with the reply; false if the question has yet to be asked: return <see cref="Move"/>.</returns>
    public bool TryAsk(Symbols words, out Answer reply)
    {
        if (_next < _exchanges.Length)
        {
            reply = _exchanges[_next++].Reply;
            return true;
        }

        reply = default;
        Move = OverseerMove.Ask(words);
        return false;
    }
}
