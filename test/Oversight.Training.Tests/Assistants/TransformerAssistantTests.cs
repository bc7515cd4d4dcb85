using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Assistants;

/// <summary>Kernels add each number of a result in the same order whatever stands beside it, so answers and probabilities agree to the bit.</summary>
public sealed class TransformerAssistantTests
{
    private const int Contexts = 4;
    private const int Questions = 6;

    public static TheoryData<AssistantKind, int> Networks => new()
    {
        { AssistantKind.Lookup, int.MaxValue },
        { AssistantKind.Lookup, 2 },
        { AssistantKind.Published, int.MaxValue },
        { AssistantKind.Published, 2 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Answer_EncodedOnce_EqualsEncodedAnew(AssistantKind kind, int difficulty)
    {
        using var world = new World(kind, difficulty);
        using TransformerAssistant kept = world.NewAssistant(Contexts, Questions);
        (_, _) = World.Ask(kept, world.Questions);
        // Some contexts have no question, one has fewer; the facts are not encoded again.
        Question[] some = [.. world.Questions[7..10], .. world.Questions[18..24]];
        (Answer[] answers, float[] confidences) = World.Ask(kept, some);
        using TransformerAssistant fresh = world.NewAssistant(Contexts, Questions);
        (Answer[] expected, float[] expectedConfidences) = World.Ask(fresh, some);
        Assert.Equal(expected, answers);
        Assert.Equal(expectedConfidences, confidences);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Weigh_Any_IsWhatAnswersAreTakenFrom(AssistantKind kind, int difficulty)
    {
        using var world = new World(kind, difficulty);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        (Answer[] answers, float[] confidences) = World.Ask(assistant, world.Questions);
        float[] probabilities = new float[answers.Length * assistant.AnswerCount];
        assistant.Weigh(world.Questions, probabilities);
        for (int i = 0; i < answers.Length; i++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(i * assistant.AnswerCount, assistant.AnswerCount);
            Assert.True(Sum(row) < 1.001, "more than everything is probable");
            // The published network may write symbols that are no answer.
            if (world.Network.Answers.NumberOf(answers[i].Words) is >= 0 and var number)
                Assert.Equal(confidences[i], row[number]);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Answer_Together_EqualsAlone(AssistantKind kind, int difficulty)
    {
        using var world = new World(kind, difficulty);
        using TransformerAssistant together = world.NewAssistant(Contexts, Questions);
        using TransformerAssistant alone = world.NewAssistant(1, 1);
        (Answer[] answers, float[] confidences) = World.Ask(together, world.Questions);
        for (int i = 0; i < answers.Length; i++)
        {
            (Answer[] expected, float[] expectedConfidences) = World.Ask(alone, [world.Questions[i]]);
            Assert.Equal(expected[0], answers[i]);
            Assert.Equal(expectedConfidences[0], confidences[i]);
        }
    }

    [Fact]
    public void Weigh_ResultsAreComputed_PointsAtAnswersThatNoFactNames()
    {
        using var world = new World(AssistantKind.Lookup, int.MaxValue, TaskCatalog.Create("evalsum_c4_l2_mod8"));
        // All weight on the pointer.
        world.Weights.Values.Slice(((LookupNetwork)world.Network).MixBias.Offset, 2)[0] = 30;
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        float[] probabilities = new float[world.Questions.Length * assistant.AnswerCount];
        assistant.Weigh(world.Questions, probabilities);
        double unnamed = 0;
        for (int i = 0; i < world.Questions.Length; i++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(i * assistant.AnswerCount, assistant.AnswerCount);
            Assert.Equal(1, Sum(row), 1e-3);
            for (int number = 1; number < row.Length; number++)
                unnamed += IsNamed(world.Questions[i].Facts, world.Network.Answers[number].Words) ? 0 : row[number];
        }

        Assert.True(unnamed / world.Questions.Length > 0.02, $"{unnamed / world.Questions.Length}");

        bool IsNamed(Facts facts, Symbols word) => facts.Statements.ToArray()
            .Any(fact => world.Task.Layout.FactSlots.Any(slot => fact.Slice(slot.Start, slot.Length) == word));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Answer_Confidence_EqualsProbabilityThatTrainingSees(AssistantKind kind, int difficulty)
    {
        using var world = new World(kind, difficulty);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        using var gradients = new ParameterVector(world.Network.Layout);
        using var tape = new Tape(world.Weights, gradients);
        AssistantPass pass = world.Network.Record(tape, 1, 1);
        foreach (bool draw in (bool[])[false, true])
        {
            assistant.Sampler = draw ? Fixture.Key("draw").Stream() : null;
            (Answer[] answers, float[] confidences) = World.Ask(assistant, world.Questions);
            for (int i = 0; i < answers.Length; i++)
            {
                var batch = new TargetBatch(1, 1);
                (batch.Contexts[0], batch.Questions[0], batch.Targets[0], batch.Weights[0]) = (world.Questions[i].Facts, world.Questions[i], answers[i], 1);
                pass.Train(batch, 0, 1, 1, gradients);
                Assert.Equal(-Math.Log(confidences[i]), pass.Loss, 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_Greedy_IsAtLeastAsProbableAsAnyDrawnFirstSymbol(AssistantKind kind)
    {
        using var world = new World(kind, int.MaxValue);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        (Answer[] greedy, _) = World.Ask(assistant, world.Questions);
        var seen = new HashSet<Answer>();
        assistant.Sampler = Fixture.Key("draw").Stream();
        int same = 0;
        for (int i = 0; i < 20; i++)
        {
            (Answer[] drawn, _) = World.Ask(assistant, world.Questions);
            seen.UnionWith(drawn);
            same += drawn.Zip(greedy).Count(pair => pair.First == pair.Second);
        }

        Assert.True(seen.Count > 5);
        // More often than one answer among all would be.
        Assert.True(same > 20 * greedy.Length / 17);
    }

    [Fact]
    public void Answer_GuessAfterGuess_GoesDownTheProbabilitiesOfWhatCanBeTested()
    {
        using var world = new World(AssistantKind.Lookup, int.MaxValue, TaskCatalog.Create("equals_c4_l1"));
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        (Answer[] first, float[] before) = World.Ask(assistant, world.Guesses(1));
        var seen = new HashSet<Answer>(first[..1]);
        int testable = world.Task.Answers.Count(world.Task.IsTestable);
        for (int guess = 2; guess <= testable; guess++)
        {
            (Answer[] answers, float[] confidences) = World.Ask(assistant, world.Guesses(guess));
            Assert.All(confidences.Zip(before), pair => Assert.True(pair.First <= pair.Second));
            Assert.True(seen.Add(answers[0]), "guessed twice");
            before = confidences;
        }

        Assert.All(seen, answer => Assert.True(world.Task.IsTestable(answer)));
        Assert.Equal(first, World.Ask(assistant, world.Guesses(testable + 1)).Answers);
        // Where a guess and an answer differ, the answer is what cannot be tested.
        Assert.All(World.Ask(assistant, world.Questions).Answers.Zip(first), pair => Assert.True(pair.First == pair.Second || !world.Task.IsTestable(pair.First)));
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_GuessWhereThereMayBeNothing_IsSomething(AssistantKind kind)
    {
        using var world = new World(kind, int.MaxValue, TaskCatalog.Create("graph_c4_l1"));
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        for (int guess = 1; guess <= 3; guess++)
            Assert.All(World.Ask(assistant, world.Guesses(guess)).Answers, answer => Assert.True(world.Task.IsTestable(answer)));
    }

    [Fact]
    public void Answer_GuessAtAFirstStep_IsANeighbourWhereThereIsOne()
    {
        using var world = new World(AssistantKind.Lookup, int.MaxValue, TaskCatalog.Create("graph_c4_l2"));
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        Answer[] guesses = World.Ask(assistant, world.Guesses(1)).Answers;
        int refuted = 0;
        for (int i = 0; i < guesses.Length; i++)
        {
            Question question = world.Questions[i];
            bool stands = world.Task.StandsFirstTest(question, guesses[i]);
            refuted += stands ? 0 : 1;
            Assert.True(stands || !world.Task.Answers.Any(answer => world.Task.IsTestable(answer) && world.Task.StandsFirstTest(question, answer)));
        }

        // The fixture has questions of either kind: most vertices lead somewhere.
        Assert.InRange(refuted, 0, guesses.Length / 2);
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_HumanNeverTests_GuessIsAnAnswerLikeAnyOther(AssistantKind kind)
    {
        using var world = new World(kind, int.MaxValue);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        for (int guess = 1; guess <= 2; guess++)
        {
            assistant.AbstainBelow = 0.5 * (guess - 1);
            Assert.Equal(World.Ask(assistant, world.Questions).Answers, World.Ask(assistant, world.Guesses(guess)).Answers);
        }
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_UnsureGuess_IsGivenForTheOverseerToTest(AssistantKind kind)
    {
        using var world = new World(kind, int.MaxValue, TaskCatalog.Create("graph_c4_l1"));
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        (Answer[] sure, _) = World.Ask(assistant, world.Guesses(1));
        assistant.AbstainBelow = 1;
        Assert.Equal(sure, World.Ask(assistant, world.Guesses(1)).Answers);
    }

    [Fact]
    public void Answer_Unlike_IsDrawnFromAllButTheBest()
    {
        using var world = new World(AssistantKind.Lookup, int.MaxValue);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        (Answer[] best, _) = World.Ask(assistant, world.Questions);
        (assistant.Sampler, assistant.Unlike) = (Fixture.Key("draw").Stream(), 1);
        var seen = new HashSet<Answer>();
        for (int i = 0; i < 10; i++)
        {
            (Answer[] others, _) = World.Ask(assistant, world.Questions);
            Assert.All(others.Zip(best), pair => Assert.NotEqual(pair.Second, pair.First));
            seen.UnionWith(others);
        }

        Assert.True(seen.Count > 5);
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_Unsure_IsUnknown(AssistantKind kind)
    {
        using var world = new World(kind, int.MaxValue);
        using TransformerAssistant assistant = world.NewAssistant(Contexts, Questions);
        assistant.AbstainBelow = 1;
        Assert.All(World.Ask(assistant, world.Questions).Answers, answer => Assert.True(answer.IsUnknown));
    }

    [Fact]
    public void Answer_MoreThanItWasMadeFor_Throws()
    {
        using var world = new World(AssistantKind.Lookup, int.MaxValue);
        using TransformerAssistant few = world.NewAssistant(Contexts - 1, Questions);
        Assert.Throws<ArgumentException>(() => World.Ask(few, world.Questions));
        using TransformerAssistant narrow = world.NewAssistant(Contexts, Questions - 1);
        Assert.ThrowsAny<ArgumentException>(() => World.Ask(narrow, world.Questions));
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Answer_ContextsOfDifferentSizes_Throws(AssistantKind kind)
    {
        using var world = new World(kind, 2);
        using var other = new World(kind, 1);
        using TransformerAssistant assistant = world.NewAssistant(2, Questions);
        Assert.Throws<ArgumentException>(() => World.Ask(assistant, [world.Questions[0], other.Questions[0]]));
    }

    [Fact]
    public void PublishedNetwork_WidthThatHeadsDoNotShare_Throws() => Assert.Throws<ArgumentException>(
        () => new PublishedNetwork(Fixture.TinyTask, Fixture.AssistantOptions(AssistantKind.Published) with { Heads = 3 }));

    private static double Sum(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (float probability in row)
            sum += probability;
        return sum;
    }

    private sealed class World : IDisposable
    {
        public World(AssistantKind kind, int difficulty, AlgorithmicTask? task = null)
        {
            Task = task ?? Fixture.SmallTask;
            Network = AssistantNetwork.Create(Task, Fixture.AssistantOptions(kind));
            Weights = Fixture.Weights(Network.Layout);
            Questions = Fixture.Batch(Task, Contexts, TransformerAssistantTests.Questions, new Difficulty(difficulty)).Questions;
        }

        public AlgorithmicTask Task { get; }

        public AssistantNetwork Network { get; }

        public ParameterVector Weights { get; }

        public Question[] Questions { get; }

        public Question[] Guesses(int number) => [.. Questions.Select(question => question with { Guess = number })];

        public TransformerAssistant NewAssistant(int contexts, int questions) => new(Network, Weights, contexts, questions);

        public static (Answer[] Answers, float[] Confidences) Ask(TransformerAssistant assistant, Question[] questions)
        {
            var answers = new Answer[questions.Length];
            assistant.Answer(questions, answers);
            return (answers, assistant.Confidences[..questions.Length].ToArray());
        }

        public void Dispose() => Weights.Dispose();
    }
}
