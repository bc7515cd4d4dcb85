using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Methods.SelfAmplification;

/// <summary>M in H's seat: draws its decisions as its table has them.</summary>
/// <param name="words">Reads and writes questions.</param>
/// <param name="work">Names the piece of work.</param>
internal sealed class TableOverseer(PowerWords words, RandomStream work) : IOverseer
{
    private readonly TranscriptDraws _draws = new(work, "decisions");

    /// <summary>What it learned.</summary>
    public DecompositionTable Table { get; set; } = new(words.Bits);

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        for (int i = 0; i < open.Length; i++)
            moves[i] = NextMove(transcripts.QuestionOf(open[i]).Words, transcripts.ExchangesOf(open[i]), _draws.For(transcripts, open[i]));
    }

    private OverseerMove NextMove(Symbols question, ReadOnlySpan<Exchange> exchanges, RandomStream random)
    {
        int exponent = words.ExponentOf(question);
        int turn = exchanges.Length;
        Answer last = turn == 0 ? default : exchanges[^1].Reply;
        if (turn > 0 && last.IsUnknown)
            return OverseerMove.Reply(Answer.Unknown);
        if (!Table.DrawAsks(turn, exponent, random))
            return OverseerMove.Reply(last);
        int before = turn == 0 ? 0 : words.ExponentOf(exchanges[^1].Asked);
        int asked = Table.DrawExponent(turn, exponent, before, random);
        Symbols element = Table.DrawGoesOn(turn, random) && turn > 0 ? last.Words : words.ElementOf(question);
        return OverseerMove.Ask(words.Ask(element, asked));
    }
}
