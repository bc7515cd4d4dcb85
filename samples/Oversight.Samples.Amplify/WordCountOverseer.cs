using System.Collections.Immutable;
using Oversight.Core.Text;

namespace Oversight.Samples.Amplify;

/// <summary>H: has the words of a sentence counted half by half, and adds up.</summary>
internal sealed class WordCountOverseer : ScriptedTextOverseer
{
    /// <inheritdoc/>
    public override TextMove NextMove(TextQuestion question, TextDialogue dialogue)
    {
        string[] words = question.Words.Split(' ');
        if (words.Length == 1)
            return dialogue.Reply("1");
        ImmutableArray<TextQuestion> halves = [.. words.Chunk((words.Length + 1) / 2).Select(half => (TextQuestion)string.Join(' ', half))];
        if (!dialogue.TryAsk(halves, out ImmutableArray<TextAnswer> counts))
            return dialogue.Move;
        return dialogue.Reply(counts.Where(count => count.Words.Length > 0).Sum(count => int.Parse(count.Words)).ToString());
    }
}
