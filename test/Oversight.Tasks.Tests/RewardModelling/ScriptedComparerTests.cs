using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;

namespace Oversight.Tasks.Tests.RewardModelling;

/// <summary>H who compares: with a helper who knows, never wrong; alone, only as far as one fact reaches.</summary>
public sealed class ScriptedComparerTests
{
    private const int Contexts = 4;
    private const int PerContext = 12;

    public static TheoryData<string> Tasks => ["sum_c2_l3", "sum_c3_l2", "graph_c8_l1", "iterate_c4_l1_k3", "eval_c4_l2"];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Compare_HelperKnows_TakesTheRightAnswerAndNeverTheWrongOne(string configuration)
    {
        var world = new World(configuration);
        ScriptedComparer comparer = world.NewComparer(world);
        int told = 0;
        for (int i = 0; i < 4; i++)
        {
            (Answer[] firsts, Answer[] seconds) = world.DrawPairs(swapped: i % 2 == 1);
            Preference[] preferences = Compare(comparer, world.Questions, firsts, seconds);
            Preference right = i % 2 == 1 ? Preference.Second : Preference.First;
            Assert.All(preferences, preference => Assert.True(preference == right || preference == Preference.Neither));
            told += preferences.Count(preference => preference == right);
        }

        Assert.InRange(told, 3 * world.Questions.Length, 4 * world.Questions.Length);
        Assert.Equal(4 * world.Questions.Length, comparer.Spent.HumanQueries);
        Assert.InRange(comparer.Spent.FactsRead, 0, comparer.Spent.HumanQueries);
        Assert.InRange(comparer.Spent.HumanDecisions, comparer.Spent.HumanQueries, comparer.Spent.HumanQueries * (1 + world.Task.InteractionLength));
    }

    [Fact]
    public void Compare_SumsWithoutHelp_CannotTell()
    {
        var world = new World("sum_c2_l3");
        ScriptedComparer comparer = world.NewComparer(helper: null);
        (Answer[] firsts, Answer[] seconds) = world.DrawPairs(swapped: false);
        Assert.All(Compare(comparer, world.Questions, firsts, seconds), preference => Assert.Equal(Preference.Neither, preference));
        Assert.InRange(comparer.Spent.FactsRead, 1, comparer.Spent.HumanQueries);
    }

    [Fact]
    public void Compare_PathsWithoutHelp_TellsOneEdgeAndNothingBeyond()
    {
        var world = new World("graph_c8_l1");
        ScriptedComparer comparer = world.NewComparer(helper: null);
        (Answer[] firsts, Answer[] seconds) = world.DrawPairs(swapped: false, wrong: "inf");
        Preference[] preferences = Compare(comparer, world.Questions, firsts, seconds);
        for (int i = 0; i < preferences.Length; i++)
        {
            bool isEdge = world.ClassOf(i) is "distance 1" or "step 1";
            Assert.Equal(isEdge ? Preference.First : Preference.Neither, preferences[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Compare_SameAnswerTwice_CannotTell(string configuration)
    {
        var world = new World(configuration);
        ScriptedComparer comparer = world.NewComparer(world);
        (Answer[] firsts, _) = world.DrawPairs(swapped: false);
        Assert.All(Compare(comparer, world.Questions, firsts, firsts), preference => Assert.Equal(Preference.Neither, preference));
    }

    [Fact]
    public void Compare_Coin_TakesEitherHalfOfTheTime()
    {
        var world = new World("sum_c2_l3");
        (Answer[] firsts, Answer[] seconds) = world.DrawPairs(swapped: false);
        Preference[] preferences = Compare(new CoinComparer(world.Random), world.Questions, firsts, seconds);
        Assert.DoesNotContain(Preference.Neither, preferences);
        Assert.InRange(preferences.Count(preference => preference == Preference.First), preferences.Length / 5, 4 * preferences.Length / 5);
    }

    private static Preference[] Compare(IAnswerComparer comparer, Question[] questions, Answer[] firsts, Answer[] seconds)
    {
        var preferences = new Preference[questions.Length];
        comparer.Compare(questions, firsts, seconds, preferences);
        return preferences;
    }

    private sealed class World : IAssistant
    {
        private readonly Dictionary<Facts, GroundTruth> _truths = [];

        public World(string configuration)
        {
            Task = TaskCatalog.Create(configuration);
            Random = RandomKey.FromSeed(6).Child(configuration).Stream();
            Context[] contexts = [.. Enumerable.Range(0, Contexts).Select(_ => Task.DrawContext(Difficulty.Full, Random))];
            foreach (Context context in contexts)
                _truths[context.Facts] = context.Truth;
            Questions = [.. contexts.SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => Task.DrawQuestion(context, Random)))];
        }

        public AlgorithmicTask Task { get; }

        public RandomStream Random { get; }

        public Question[] Questions { get; }

        public ScriptedComparer NewComparer(IAssistant? helper) =>
            new(Task, Task.Human, helper, Random, new TranscriptBatch(Questions.Length, Task.InteractionLength));

        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
        {
            for (int i = 0; i < questions.Length; i++)
                answers[i] = _truths[questions[i].Facts].Answer(questions[i].Words);
        }

        public string ClassOf(int question) => _truths[Questions[question].Facts].ClassOf(Questions[question].Words);

        /// <summary>A right answer and a wrong one to each question.</summary>
        public (Answer[] Firsts, Answer[] Seconds) DrawPairs(bool swapped, string? wrong = null)
        {
            var right = new Answer[Questions.Length];
            var other = new Answer[Questions.Length];
            for (int i = 0; i < right.Length; i++)
            {
                GroundTruth truth = _truths[Questions[i].Facts];
                Symbols words = Questions[i].Words;
                Answer[] candidates = [.. Task.Answers.Where(answer => !truth.Accepts(words, answer) && (wrong is null || Task.FormatAnswer(answer) == wrong))];
                right[i] = truth.Answer(words);
                other[i] = candidates.Length == 0 ? right[i] : candidates[Random.Next(candidates.Length)];
            }

            return swapped ? (other, right) : (right, other);
        }
    }
}
