using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Methods.SelfAmplification;

/// <summary>H with slips of the pen: now and then a bit of an exponent that they ask for is the wrong one.</summary>
/// <param name="human">H.</param>
/// <param name="words">Reads and writes questions.</param>
/// <param name="slips">The probability of a slip, a bit.</param>
/// <param name="work">Names the piece of work.</param>
internal sealed class SlippingOverseer(IOverseer human, PowerWords words, double slips, RandomStream work) : IOverseer
{
    private readonly TranscriptDraws _draws = new(work, "slips");

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        human.NextMoves(transcripts, moves);
        for (int i = 0; i < transcripts.Open.Length; i++)
        {
            if (!moves[i].IsReply)
                moves[i] = OverseerMove.Ask(Slip(moves[i].Words, _draws.For(transcripts, transcripts.Open[i])));
        }
    }

    private Symbols Slip(Symbols asked, RandomStream random)
    {
        int exponent = words.ExponentOf(asked);
        for (int i = 0; i < words.Bits; i++)
            exponent ^= random.Chance(slips) ? 1 << i : 0;
        return words.Ask(words.ElementOf(asked), exponent);
    }
}
