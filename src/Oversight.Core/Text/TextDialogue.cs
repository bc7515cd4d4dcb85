using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>
/// Lets a script be written as straight-line code although it is a pure function of the transcript: each
/// <see cref="TryAsk(TextQuestion, out TextAnswer)"/> either hands over what the transcript already holds at that place, or says that this is
/// what to ask now.
/// <code>
/// if (!dialogue.TryAsk(pages, out ImmutableArray&lt;TextAnswer&gt; summaries))
///     return dialogue.Move;
/// </code>
/// </summary>
public sealed class TextDialogue
{
    private readonly ImmutableArray<TextExchange> _exchanges;
    private TextMove? _move;
    private int _next;

    /// <summary>Replays the exchanges of a transcript.</summary>
    /// <param name="exchanges">The exchanges so far.</param>
    public TextDialogue(ImmutableArray<TextExchange> exchanges) => _exchanges = exchanges;

    /// <summary>The move to make, once an ask has returned false.</summary>
    /// <exception cref="InvalidOperationException">No ask has returned false yet.</exception>
    public TextMove Move => _move ?? throw new InvalidOperationException("Every question so far has its reply; ask on, or reply.");

    /// <summary>
    /// Replies, as far as the replies read so far allow: whole if all of them are, otherwise partial with what they cover. A question that
    /// was asked again counts once, with its best reply.
    /// </summary>
    /// <param name="words">The answer.</param>
    public TextMove Reply(string words)
    {
        TextExchange[] read = [.. TextTranscript.BestReplies(_exchanges.AsSpan(0, _next))];
        bool isWhole = read.All(exchange => exchange.Reply.IsWhole);
        TextAnswer answer = words;
        return new TextMove.Reply(isWhole ? answer : answer.AsPartial(Coverage.Of(read), "it rests on replies that are not whole"));
    }

    /// <summary>Asks one sub-question, or reads its reply if it was asked before.</summary>
    /// <param name="question">The sub-question; a text is one.</param>
    /// <param name="reply">The reply; idk where there is none yet.</param>
    /// <returns>True with the reply; false if the question has yet to be asked: return <see cref="Move"/>.</returns>
    public bool TryAsk(TextQuestion question, out TextAnswer reply)
    {
        bool known = TryAsk([question], out ImmutableArray<TextAnswer> replies);
        reply = known ? replies[0] : TextAnswer.Unknown;
        return known;
    }

    /// <summary>
    /// Asks several sub-questions side by side, or reads their replies. Where the transcript holds some of them, as when somebody asked one
    /// at a time, the others are asked.
    /// </summary>
    /// <param name="questions">The sub-questions.</param>
    /// <param name="replies">The replies, in the order of the questions; empty where they are not all there.</param>
    /// <returns>True with the replies; false if questions have yet to be asked: return <see cref="Move"/>.</returns>
    public bool TryAsk(ImmutableArray<TextQuestion> questions, out ImmutableArray<TextAnswer> replies)
    {
        int held = Math.Min(questions.Length, _exchanges.Length - _next);
        replies = [];
        if (held < questions.Length)
        {
            _next = _exchanges.Length;
            _move = new TextMove.Ask(questions[held..]);
            return false;
        }

        replies = [.. _exchanges.AsSpan(_next, held).ToArray().Select(exchange => exchange.Reply)];
        _next += held;
        return true;
    }
}
