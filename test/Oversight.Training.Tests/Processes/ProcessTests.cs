using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Processes;

public sealed class ProcessTests
{
    [Fact]
    public void ContextSource_TinyTask_SplitsThePermutationsForGood()
    {
        // 24 permutations in all: drawn often enough, each is seen, on one side only.
        HashSet<string> training = Drawn(heldOut: false, 2000), heldOut = Drawn(heldOut: true, 2000);
        Assert.Empty(training.Intersect(heldOut));
        Assert.Equal(24, training.Count + heldOut.Count);
        Assert.InRange(heldOut.Count, 1, 8);
    }

    [Fact]
    public void ContextSource_SmallTask_HoldsOutOneInEight()
    {
        RandomStream random = Fixture.Key("contexts").Stream();
        int heldOut = 0;
        for (int i = 0; i < 4000; i++)
            heldOut += ContextSource.IsHeldOut(Fixture.SmallTask.DrawContext(Difficulty.Full, random)) ? 1 : 0;
        Assert.InRange(heldOut / 4000.0, 0.105, 0.145);
    }

    [Fact]
    public void ContextSource_FactsInAnotherOrder_StayOnTheirSide()
    {
        RandomStream random = Fixture.Key("contexts").Stream();
        Context context = Fixture.SmallTask.DrawContext(Difficulty.Full, random);
        for (int i = 0; i < 20; i++)
        {
            Symbols[] facts = context.Facts.Statements.ToArray();
            random.Shuffle<Symbols>(facts);
            Assert.Equal(ContextSource.IsHeldOut(context), ContextSource.IsHeldOut(Fixture.SmallTask.ContextOf(new Facts(facts))));
        }
    }

    [Fact]
    public void ReplayBuffer_Published_DrawsTheLatestAndNeverTheNext()
    {
        var buffer = new ReplayBuffer<int[]>(3, () => [0]);
        RandomStream random = Fixture.Key("replay").Stream();
        Assert.Equal(0, buffer.Count);
        for (int item = 1; item <= 10; item++)
        {
            buffer.Next[0] = item;
            buffer.Publish();
            Assert.Equal(Math.Min(item, 3), buffer.Count);
            buffer.Next[0] = -1;
            int[] drawn = [.. Enumerable.Range(0, 300).Select(_ => buffer.Draw(random)[0])];
            Assert.Equal([.. Enumerable.Range(Math.Max(1, item - 2), Math.Min(item, 3))], drawn.Distinct().Order());
            Assert.All(drawn.GroupBy(value => value), group => Assert.InRange(group.Count(), 60, 300));
        }
    }

    [Fact]
    public void TargetProcess_TargetsOfThreeKinds_CountAsTheirMakerSays()
    {
        AlgorithmicTask task = TaskCatalog.Create("graph_c4_l1");
        Answer[] targets = [Answer.Unknown, task.Answers.First(task.SaysNothing), task.Answers.First(answer => !task.SaysNothing(answer))];
        var options = new TrainingOptions { Task = "shortest-path", Preset = "tiny", Method = BuiltInMethods.Get("amplify"), Batch = new BatchOptions { Contexts = 2, Questions = 3, Shards = 1 } };
        using var pool = new WorkerPool(1);
        using var process = new TargetProcess(options.Batch, options.Replay, options.Human.Queries, task, [new GivenMaker(targets)], new Curriculum(task, new CurriculumOptions()), pool, Fixture.Key("targets"));
        process.Run(0);
        Assert.Equal([0.125f, 0.25f, 1, 0.125f, 0.25f, 1], process.Replay.Next.Weights);
        Assert.Equal(2 * 1.375 / 6, process.CountedShare, 1e-6);
    }

    [Fact]
    public void Curriculum_Grow_RisesWithAgreementUpToFullSize()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var curriculum = new Curriculum(task, new CurriculumOptions { Grow = true, Increment = 3, Promote = 0.8, Patience = 40 });
        Question[] questions = Fixture.Batch(task, 2, 10, Difficulty.Full).Questions;
        Assert.Equal(0, curriculum.Difficulty.Level);
        for (int i = 0; i < 200; i++)
            curriculum.Observe(questions, Agreeing(questions, 0.5));
        Assert.Equal(0, curriculum.Difficulty.Level);
        curriculum = new Curriculum(task, new CurriculumOptions { Grow = true, Increment = 3, Promote = 0.8, Patience = 40 });
        var levels = new List<int>();
        for (int i = 0; i < 400; i++)
        {
            curriculum.Observe(questions, Agreeing(questions, 1));
            if (levels.Count == 0 || levels[^1] != curriculum.Difficulty.Level)
                levels.Add(curriculum.Difficulty.Level);
            Assert.True(i >= 39 || levels.Count == 1);
        }

        Assert.Equal([0, 3, 6, 8], levels);
        Assert.Equal(task.FactCount(Difficulty.Full), task.FactCount(curriculum.Difficulty));
        Assert.False(curriculum.WantsAgreement);
    }

    [Fact]
    public void Curriculum_Frontier_OpensClassAfterClass()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var curriculum = new Curriculum(task, new CurriculumOptions { Frontier = 0.8 });
        RandomStream random = Fixture.Key("frontier").Stream();
        Context context = task.DrawContext(Difficulty.Full, random);
        for (int open = 1; open <= task.Classes.Length; open++)
        {
            Assert.Equal(open, curriculum.OpenClasses);
            Assert.Equal(open < task.Classes.Length, curriculum.WantsAgreement);
            Question[] questions = [.. Enumerable.Range(0, 60).Select(_ => curriculum.DrawQuestion(context, random))];
            Assert.Equal(open - 1, questions.Max(question => task.SyntacticClass(question.Words)));
            // Agreement at the classes before is not enough; agreement at the newest opens the next.
            for (int i = 0; i < 100; i++)
                curriculum.Observe(questions, [.. questions.Select(question => task.SyntacticClass(question.Words) < open - 1)]);
            Assert.Equal(open, curriculum.OpenClasses);
            for (int i = 0; i < 60 && curriculum.OpenClasses == open; i++)
                curriculum.Observe(questions, Agreeing(questions, 1));
        }
    }

    [Fact]
    public void Curriculum_HumanGoesAlongToAClass_IsBeyondHimOnceTheNextIsOpen()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var curriculum = new Curriculum(task, new CurriculumOptions { Frontier = 0.8 }, humanClasses: 2);
        Context context = task.DrawContext(Difficulty.Full, Fixture.Key("beyond").Stream());
        RandomStream random = Fixture.Key("beyond").Stream();
        Assert.Equal(2, curriculum.OpenClasses);
        Assert.False(curriculum.IsBeyondHuman);
        Question[] questions = [.. Enumerable.Range(0, 60).Select(_ => curriculum.DrawQuestion(context, random))];
        for (int i = 0; i < 60 && curriculum.OpenClasses == 2; i++)
            curriculum.Observe(questions, Agreeing(questions, 1));
        Assert.True(curriculum.IsBeyondHuman);
    }

    [Fact]
    public void Curriculum_HumanIsDismissed_IsBeyondHim()
    {
        var curriculum = new Curriculum(Fixture.SmallTask, new CurriculumOptions());
        Assert.False(curriculum.IsBeyondHuman);
        curriculum.DismissHuman();
        Assert.True(curriculum.IsBeyondHuman);
    }

    [Theory]
    [InlineData(0, 1_000_000, 0.25)]
    [InlineData(400, 0, 0.25)]
    [InlineData(400, 400, 0.25)]
    [InlineData(400, 500, 0.4375)]
    [InlineData(400, 800, 1)]
    [InlineData(400, 5000, 1)]
    public void NothingWeightAt_Round_StaysThenRisesToOne(int until, int round, double weight) =>
        Assert.Equal(weight, new AmplifyOptions { NothingWeight = 0.25, NothingUntil = until }.NothingWeightAt(round), 12);

    [Fact]
    public void Curriculum_Default_AsksEverythingAtFullSize()
    {
        var curriculum = new Curriculum(Fixture.SmallTask, new CurriculumOptions());
        Assert.Equal(Difficulty.Full, curriculum.Difficulty);
        Assert.Equal(Fixture.SmallTask.Classes.Length, curriculum.OpenClasses);
        Assert.False(curriculum.WantsAgreement);
    }

    private static bool[] Agreeing(Question[] questions, double share) => [.. questions.Select((_, i) => i < share * questions.Length)];

    private static HashSet<string> Drawn(bool heldOut, int count)
    {
        var source = new ContextSource(Fixture.TinyTask, heldOut);
        RandomStream random = Fixture.Key("split").Stream();
        var seen = new HashSet<string>();
        for (int i = 0; i < count; i++)
            seen.Add(string.Join(' ', source.Draw(Difficulty.Full, random).Facts.Statements.ToArray().Select(fact => fact.ToString()).Order()));
        return seen;
    }

    /// <summary>Gives the same targets over and over.</summary>
    private sealed class GivenMaker(Answer[] given) : ITargetMaker
    {
        public OversightLedger Spent => new();

        public double UnknownWeight => 0.125;

        public double NothingWeight(int round) => 0.25;

        public TransformerAssistant? Teacher => null;

        public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
        {
            for (int i = 0; i < targets.Length; i++)
                targets[i] = given[i % given.Length];
        }

        public void Dispose()
        {
        }
    }
}
