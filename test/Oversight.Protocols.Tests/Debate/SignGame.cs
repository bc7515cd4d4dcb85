using System.Collections.Immutable;
using System.Numerics;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>
/// The smallest game there is, so that protocols are tested without a task: the facts are signs in a row, a question is a stretch of them, and a claim
/// says what the stretch adds up to. It is split in the middle.
/// </summary>
internal sealed class SignGame : IClaimGame
{
    /// <summary>Draws signs: half of them -1, on average, and the others 1.</summary>
    public static Facts DrawFacts(int count, RandomStream random) =>
        new([.. Enumerable.Range(0, count).Select(_ => Symbols.Of(random.NextBool() ? (byte)2 : (byte)1))]);

    /// <summary>Asks for the sum of a stretch.</summary>
    public static Question Ask(Facts facts, int start, int count) => new(facts, Symbols.Of((byte)(start + 1)).With(1, (byte)count));

    /// <summary>The value of one sign.</summary>
    public static int SignOf(Facts facts, int index) => facts[index] == Symbols.Of(2) ? 1 : -1;

    /// <summary>The first sign of a stretch, and how many it has.</summary>
    public static (int Start, int Count) StretchOf(Question question) => (question.Words[0] - 1, question.Words[1]);

    /// <summary>The two halves of a stretch.</summary>
    public static (Question First, Question Second) HalvesOf(Question question)
    {
        (int start, int count) = StretchOf(question);
        return (Ask(question.Facts, start, count / 2), Ask(question.Facts, start + count / 2, count / 2));
    }

    /// <summary>What a stretch really adds up to.</summary>
    public static int ValueOf(Question question)
    {
        (int start, int count) = StretchOf(question);
        return Enumerable.Range(start, count).Sum(index => SignOf(question.Facts, index));
    }

    /// <summary>Draws a claim on all of sixteen signs.</summary>
    public Claim Draw(RandomStream random)
    {
        Question question = Ask(DrawFacts(16, random), 0, 16);
        ImmutableArray<int> values = ValuesOf(question);
        return new Claim(question, values[random.Next(values.Length)]);
    }

    public int DepthOf(Claim claim) => BitOperations.Log2((uint)StretchOf(claim.Question).Count);

    public ImmutableArray<int> ValuesOf(Question question)
    {
        int count = StretchOf(question).Count;
        return [.. Enumerable.Range(0, count + 1).Select(ones => 2 * ones - count)];
    }

    public int OptionsOf(Claim claim) => FirstsOf(claim).Count();

    public Split Option(Claim claim, int option)
    {
        (Question first, Question second) = HalvesOf(claim.Question);
        int value = FirstsOf(claim).ElementAt(option);
        return new Split(new Claim(first, value), new Claim(second, claim.Value - value));
    }

    public bool Adds(Claim claim, Split split) =>
        Enumerable.Range(0, OptionsOf(claim)).Any(option => Option(claim, option) == split with { Message = 0 });

    public bool LookUp(Claim leaf) => SignOf(leaf.Question.Facts, StretchOf(leaf.Question).Start) == leaf.Value;

    public bool Holds(Claim claim) => ValueOf(claim.Question) == claim.Value;

    public string Format(Claim claim) => $"{StretchOf(claim.Question)} = {claim.Value}";

    /// <summary>What the first half may come to, so that the second can make up the rest.</summary>
    private IEnumerable<int> FirstsOf(Claim claim)
    {
        ImmutableArray<int> values = ValuesOf(HalvesOf(claim.Question).First);
        return values.Where(first => values.Contains(claim.Value - first));
    }
}
