using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

/// <summary>An overseer each of whose moves costs a call, as a language model's does; without a call left they make none.</summary>
internal sealed class PaidOverseer(ITextOverseer overseer) : ITextOverseer
{
    public async ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token) =>
        budget.Covers(Spending.OneCall)
            ? await overseer.NextMoveAsync(transcript, budget, token) with { Spent = Spending.OneCall }
            : new TextMove.Reply(TextAnswer.Exhausted("no call left for a move"));
}
