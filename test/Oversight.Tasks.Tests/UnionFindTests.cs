using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

public sealed class UnionFindTests
{
    private static readonly AlgorithmicTask Task = TaskCatalog.Create("equals_c4_l2");

    [Fact]
    public void Amplify_ChainDeeperThanTheLongestDepth_StillAnswersTruthfully()
    {
        // 16 variables in one chain, where depths are told apart up to 12 only: parents and children beyond that look alike.
        Context context = Chain(16);
        RandomStream random = RandomKey.FromSeed(4).Stream();
        var primitives = new PrimitiveFirstAssistant(Task, new TruthfulAssistant(context.Truth), random, capacity: 1);
        var amplified = new AmplifiedAssistant(Task.Human, primitives, Task.InteractionLength, capacity: 1);
        var answer = new Answer[1];
        for (int round = 0; round < 10; round++)
        {
            foreach (string kind in new[] { "value", "parent", "depth" })
            {
                for (int x = 0; x < 16; x++)
                {
                    Symbols words = Parse($"{kind}(x{x})");
                    amplified.Answer([new Question(context.Facts, words)], answer);
                    Assert.Equal(Task.FormatAnswer(context.Truth.Answer(words)), Task.FormatAnswer(answer[0]));
                }
            }
        }
    }

    [Theory]
    [InlineData("value(x15)", "value 3")]
    [InlineData("depth(x12)", "depth 12")]
    [InlineData("depth(x15)", "depth 12")]
    [InlineData("parent(x15)", "x14")]
    [InlineData("parent(x0)", "x0")]
    [InlineData("simple-value(x0)", "value 3")]
    [InlineData("simple-value(x1)", "idk")]
    [InlineData("equal(x4, x5)", "yes")]
    [InlineData("equal(x5, x4)", "yes")]
    [InlineData("equal(x5, x5)", "idk")]
    [InlineData("equal(x5, x7)", "idk")]
    public void Answer_Chain_IsTrue(string question, string answer) =>
        Assert.Equal(answer, Task.FormatAnswer(Chain(16).Truth.Answer(Parse(question))));

    [Fact]
    public void ContextOf_TreeWithoutAValue_Throws()
    {
        Symbols[] facts = Chain(16).Facts.Statements.ToArray();
        Assert.Contains("one variable of known value", Assert.Throws<ArgumentException>(() => Task.ContextOf(new Facts(facts.AsSpan(1)))).Message);
    }

    private static Context Chain(int length)
    {
        byte first = (byte)(Task.Alphabet.Size - 4);
        byte value = (byte)Task.Alphabet.Names.IndexOf("v3");
        var facts = new List<Symbols> { new([first, first, value]) };
        for (int x = 1; x < length; x++)
            facts.Add(new([Character((x - 1) / 4), Character((x - 1) % 4), Character(x / 4), Character(x % 4)]));
        return Task.ContextOf(new Facts([.. facts]));

        byte Character(int index) => (byte)(first + index);
    }

    private static Symbols Parse(string question)
    {
        Assert.True(Task.TryParse(question, out Symbols words));
        return words;
    }
}
