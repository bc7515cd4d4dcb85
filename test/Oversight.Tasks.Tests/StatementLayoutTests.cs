using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>What the layout of every task obeys, and what the default is.</summary>
public sealed class StatementLayoutTests
{
    private const int ContextsEach = 5;

    public static TheoryData<string, TaskPreset> Tasks() => TaskLawTests.Tasks();

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Layout_OfEveryTask_FitsItsLengths(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        StatementLayout layout = task.Layout;
        AssertApart(layout.FactSlots, task.FactLength);
        AssertApart(layout.QuestionSlots, task.QuestionLength);
        Assert.InRange(layout.Fields, 2, Symbols.MaxLength);
        Assert.InRange(layout.QuestionSlots.Length, 1, layout.Fields - 1);
        Assert.InRange(layout.KeptFields, 0, layout.Fields - 2);
        Assert.InRange(layout.StatementsPerFact, 1, int.MaxValue);
        Assert.InRange(layout.Wildcard ?? 1, 1, task.Alphabet.Size - 1);
        Assert.Same(layout, task.Layout);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Names_WhereThereAreAny_AreAllThatFactsName(string variant, TaskPreset preset)
    {
        StatementLayout layout = TaskCatalog.Create(variant, preset).Layout;
        Assert.False(layout.SharesNames && layout.Names.IsEmpty, "A set is a sum of whole names.");
        if (layout.Names.IsEmpty)
            return;
        Assert.Distinct(layout.Names);
        foreach (Symbols fact in Facts(variant, preset))
        {
            foreach (WordSlot slot in layout.FactSlots)
                Assert.Contains(fact.Slice(slot.Start, slot.Length), layout.Names);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void FieldsOf_EveryFact_PlacesEachWordInFieldsOfItsOwn(string variant, TaskPreset preset)
    {
        StatementLayout layout = TaskCatalog.Create(variant, preset).Layout;
        foreach (Symbols fact in Facts(variant, preset))
        {
            for (int statement = 0; statement < layout.StatementsPerFact; statement++)
            {
                var taken = new List<int>();
                for (int slot = 0; slot < layout.FactSlots.Length; slot++)
                    taken.AddRange(layout.FieldsOf(fact, slot, statement));
                Assert.Equal(taken.Count, taken.Distinct().Count() + SharedBlanks(layout, fact, statement));
                Assert.All(taken, field => Assert.InRange(field, 0, layout.Fields - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void FieldsOf_Any_AllocatesNothing(string variant, TaskPreset preset)
    {
        StatementLayout layout = TaskCatalog.Create(variant, preset).Layout;
        Symbols fact = Facts(variant, preset)[0];
        PlaceAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        PlaceAll();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void PlaceAll()
        {
            for (int slot = 0; slot < layout.FactSlots.Length; slot++)
                layout.FieldsOf(fact, slot, layout.StatementsPerFact - 1);
        }
    }

    [Theory]
    [InlineData("iterate_c4_l1_k3", 1, 1)]
    [InlineData("iterate_c8_l2_k6", 2, 2)]
    [InlineData("sum_c2_l4", 4, 1)]
    public void Default_FactsOfANameAndAnAnswer_IsThese(string configuration, int name, int answer)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        var layout = StatementLayout.Default(task);
        Assert.Equal([new WordSlot(0, name), new WordSlot(name, answer)], layout.FactSlots.AsEnumerable());
        Assert.Equal([new WordSlot(0, name)], layout.QuestionSlots.AsEnumerable());
        Assert.Equal(layout.FactSlots.AsEnumerable(), task.Layout.FactSlots);
        Assert.Equal(layout.QuestionSlots.AsEnumerable(), task.Layout.QuestionSlots);
        Assert.Equal(2, layout.Fields);
        Assert.Equal([1], layout.FieldsOf(default, 1, 0));
    }

    private static void AssertApart(ImmutableArray<WordSlot> slots, int length)
    {
        int[] symbols = [.. slots.SelectMany(slot => Enumerable.Range(slot.Start, slot.Length))];
        Assert.All(slots, slot => Assert.InRange(slot.Length, 1, length));
        Assert.All(symbols, symbol => Assert.InRange(symbol, 0, length - 1));
        Assert.Distinct(symbols);
    }

    /// <summary>How often a slot that the fact leaves blank is placed where another slot's word is.</summary>
    private static int SharedBlanks(StatementLayout layout, Symbols fact, int statement)
    {
        var taken = new HashSet<int>();
        int shared = 0;
        for (int slot = 0; slot < layout.FactSlots.Length; slot++)
        {
            bool blank = fact.Slice(layout.FactSlots[slot].Start, layout.FactSlots[slot].Length) == Symbols.Empty;
            foreach (int field in layout.FieldsOf(fact, slot, statement))
                shared += taken.Add(field) || !blank ? 0 : 1;
        }

        return shared;
    }

    private static Symbols[] Facts(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        RandomStream random = RandomKey.FromSeed(2018).Child(variant).Child((int)preset).Stream();
        Difficulty[] difficulties = [new Difficulty(0), new Difficulty(5), Difficulty.Full];
        return
        [
            .. difficulties.SelectMany(difficulty => Enumerable.Repeat(difficulty, ContextsEach))
                .SelectMany(difficulty => task.DrawContext(difficulty, random).Facts.Statements.ToArray()),
        ];
    }
}
