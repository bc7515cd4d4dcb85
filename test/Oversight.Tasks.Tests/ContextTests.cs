using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

public sealed class ContextTests
{
    public static TheoryData<string> Names() => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ContentHash_OtherOrder_IsTheSame(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Small);
        RandomStream random = RandomKey.FromSeed(12).Stream();
        Context context = task.DrawContext(Difficulty.Full, random);
        Symbols[] shuffled = context.Facts.Statements.ToArray();
        random.Shuffle(shuffled.AsSpan());
        Assert.Equal(context.ContentHash, new Context(new Facts(shuffled), context.Truth).ContentHash);
        Assert.NotEqual(context.ContentHash, task.DrawContext(Difficulty.Full, random).ContentHash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ContextOf_NoFactOfTheTask_SaysSo(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Small);
        Context context = task.DrawContext(Difficulty.Full, RandomKey.FromSeed(13).Stream());
        Symbols[] facts = context.Facts.Statements.ToArray();
        facts[1] = Symbols.Of(1).With(task.FactLength, 1);
        Assert.Contains("is no fact of", Assert.Throws<ArgumentException>(() => task.ContextOf(new Facts(facts))).Message);
    }

    [Theory]
    [InlineData("permutation-powering")]
    [InlineData("wildcard-search")]
    [InlineData("sequential-assignments")]
    [InlineData("union-find")]
    public void ContextOf_AFactTwice_Throws(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Small);
        Context context = task.DrawContext(Difficulty.Full, RandomKey.FromSeed(13).Stream());
        Assert.Throws<ArgumentException>(() => task.ContextOf(new Facts([.. context.Facts.Statements, context.Facts[0]])));
    }
}
