using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

/// <summary>An overseer who never comes to a move and does not listen when told to stop.</summary>
internal sealed class PonderingOverseer : ITextOverseer
{
    public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token) =>
        new(new TaskCompletionSource<TextMove>().Task);
}
