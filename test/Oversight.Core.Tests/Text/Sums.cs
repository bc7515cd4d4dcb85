using System.Collections.Immutable;
using System.Globalization;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

/// <summary>
/// A world to try Amplify on: the question <c>sum 3 1 4</c> asks for a sum. H cuts it into parts, asks for them side by side and adds the
/// replies up. They add up what is there and never say that something is missing: that is for Amplify to see.
/// </summary>
internal static class Sums
{
    public static string Ask(IEnumerable<int> numbers) => $"sum {string.Join(' ', numbers)}";

    public static int[] Read(TextQuestion question) =>
        [.. question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Number)];

    /// <summary>H: cuts into so many parts. A single number they answer themselves.</summary>
    public static ITextOverseer Overseer(int parts) => new DelegateTextOverseer((question, dialogue) =>
    {
        int[] numbers = Read(question);
        if (numbers.Length < 2)
            return new TextMove.Reply(numbers.Sum().ToString());
        TextQuestion[] asked = [.. numbers.Chunk((numbers.Length + parts - 1) / parts).Select(part => (TextQuestion)Ask(part))];
        if (!dialogue.TryAsk([.. asked], out ImmutableArray<TextAnswer> replies))
            return dialogue.Move;
        return new TextMove.Reply(replies.Where(reply => reply.Words.Length > 0).Sum(reply => Number(reply.Words)).ToString());
    });

    /// <summary>X: adds up at once.</summary>
    public static ITextAssistant Truthful { get; } = new DelegateTextAssistant(question => Read(question).Sum().ToString());

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
