using Oversight.Core.Text;

namespace Oversight.Samples.Amplify;

/// <summary>X: can count to three, and no further.</summary>
internal sealed class ShortSightedAssistant : ITextAssistant
{
    /// <inheritdoc/>
    public ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        int count = question.Words.Split(' ').Length;
        return ValueTask.FromResult<TextResult>(count > 3 ? TextAnswer.Refused("too long for me") : count.ToString());
    }
}
