using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Evaluation;

/// <summary>No context counts twice, and what is decided on never judges, wherever the task has enough contexts.</summary>
public sealed class HeldOutSetsTests
{
    public static TheoryData<string> Variants => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Sets_EveryTaskWithEnoughContexts_ShareNothing(string name)
    {
        HeldOutSets sets = New(name, TaskPreset.Small, contexts: 12);
        EvaluationSet judging = sets.Judging();
        EvaluationSet confirming = sets.Confirming(step: 7);
        Assert.Equal((12, 12, 12), (sets.Deciding.Hashes.Count, judging.Hashes.Count, confirming.Hashes.Count));
        Assert.Equal(0, judging.SharedWith(sets.Deciding));
        Assert.Equal(0, judging.SharedWith(confirming));
        Assert.Equal(0, confirming.SharedWith(sets.Deciding));
        Assert.Equal("", sets.Describe(judging).Note);
        Assert.NotEqual(confirming.Hashes, sets.Confirming(step: 8).Hashes);
        Assert.Equal(12 * 3, judging.Questions.Length);
    }

    [Fact]
    public void Judging_FourContextsInAll_EachOnceAndThePageSaysThatTheyAreShared()
    {
        HeldOutSets sets = New("permutation-powering", TaskPreset.Tiny, contexts: 100);
        EvaluationSet judging = sets.Judging();
        Assert.Equal((4, 4, 100), (judging.Contexts, judging.Hashes.Count, judging.ContextsAsked));
        JudgedContexts judged = sets.Describe(judging);
        Assert.Equal(4, judged.Shared);
        Assert.Equal(
            "The task has only 4 different held-out contexts of the 100 asked for. "
            + "When to stop was decided on 4 of these contexts, too, so the figures may flatter.",
            judged.Note);
    }

    [Fact]
    public void Judging_FewerContextsThanAsked_AllOfThemAndNoneShared()
    {
        HeldOutSets sets = New("wildcard-search", TaskPreset.Tiny, contexts: 100);
        EvaluationSet judging = sets.Judging();
        Assert.InRange(judging.Contexts, 8, 40);
        Assert.Equal(judging.Contexts, judging.Hashes.Count);
        Assert.Equal(0, judging.SharedWith(sets.Deciding));
        Assert.StartsWith($"The task has only {judging.Contexts} different held-out contexts of the 100", sets.Describe(judging).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Seen_ContextsOfTraining_AreNoneOfTheHeldOut()
    {
        HeldOutSets sets = New("permutation-powering", TaskPreset.Tiny, contexts: 100);
        EvaluationSet seen = sets.Seen(100, Fixture.Key("seen"));
        Assert.Equal((20, 20), (seen.Contexts, seen.Hashes.Count));
        Assert.Equal(0, seen.SharedWith(sets.Judging()));
    }

    private static HeldOutSets New(string name, TaskPreset preset, int contexts)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, preset);
        TrainingOptions options = Presets.Create(name, preset, BuiltInMethods.Get("supervised")) with
        {
            Batch = new BatchOptions { Questions = 3 },
            Evaluation = new EvaluationOptions { Contexts = contexts, FinalContexts = contexts },
        };
        return new HeldOutSets(task, options.Evaluation, options.Batch.Questions, options.Seed);
    }
}
