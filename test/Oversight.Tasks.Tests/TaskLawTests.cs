using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

/// <summary>What every task obeys, whoever adds it: each law runs over the whole catalog at every size.</summary>
public sealed class TaskLawTests
{
    private const int ContextsEach = 5;
    private const int QuestionsEach = 16;

    public static TheoryData<string, TaskPreset> Tasks()
    {
        var data = new TheoryData<string, TaskPreset>();
        foreach (TaskVariant variant in TaskCatalog.Variants)
        {
            foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
                data.Add(variant.Name, preset);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_TruthfulAssistant_AnswersTruthfully(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
        AssertAmplifiesToTruth(task, context, new TruthfulAssistant(context.Truth), random));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_PrimitivesFromTheFacts_AnswersTruthfully(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        var truthful = new TruthfulAssistant(context.Truth);
        AssertAmplifiesToTruth(task, context, new PrimitiveFirstAssistant(task, truthful, random, QuestionsEach), random);
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void NextMove_AnyReplies_StaysWithinTheInteractionLength(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        var amplified = new AmplifiedAssistant(task.Human, new BabblingAssistant(task, random), task.InteractionLength + 3, QuestionsEach);
        amplified.Answer(Draw(task, context, random), new Answer[QuestionsEach]);
        for (int i = 0; i < QuestionsEach; i++)
        {
            Assert.InRange(amplified.Transcripts.ExchangesOf(i).Length, 1, task.InteractionLength);
            foreach (Exchange exchange in amplified.Transcripts.ExchangesOf(i))
                Assert.InRange(exchange.Asked.Length, 1, task.QuestionLength);
        }
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void NextMove_TrueReplies_HumanAsksHisOwnQuestionOnlyWhereThereIsSomethingToTest(string variant, TaskPreset preset)
    {
        bool asksItself = false;
        ForEach(variant, preset, (task, context, random) =>
        {
            var amplified = new AmplifiedAssistant(task.Human, new TruthfulAssistant(context.Truth), task.InteractionLength, QuestionsEach);
            amplified.Answer([.. Draw(task, context, random).Where(question => !task.IsPrimitive(question.Words))], new Answer[QuestionsEach]);
            for (int i = 0; i < amplified.Transcripts.Count; i++)
            {
                foreach (Exchange exchange in amplified.Transcripts.ExchangesOf(i))
                    asksItself |= exchange.Asked == amplified.Transcripts.QuestionOf(i).Words;
            }
        });
        Assert.Equal(asksItself, TaskCatalog.Create(variant, preset).Answers.Any(TaskCatalog.Create(variant, preset).IsTestable));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void IsTestable_IdkOrNothing_IsNot(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        Assert.False(task.IsTestable(Answer.Unknown) || task.SaysNothing(Answer.Unknown));
        Assert.All(task.Answers, answer => Assert.False(task.IsTestable(answer) && task.SaysNothing(answer)));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void NextMove_WellFormedPrimitive_PassesItThrough(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Symbols words in SomeWords(task, context, random).Where(words => task.IsPrimitive(words) && task.IsWellFormed(words)))
        {
            Assert.Equal(OverseerMove.Ask(words), task.Human.NextMove(words, new Dialogue([])));
            Answer reply = task.Answers[random.Next(task.Answers.Length)];
            Assert.Equal(OverseerMove.Reply(reply), task.Human.NextMove(words, new Dialogue([new Exchange(words, reply)])));
        }
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void AnswerPrimitive_AnyWords_IsTrue(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Symbols words in SomeWords(task, context, random))
        {
            var question = new Question(context.Facts, words);
            if (task.IsPrimitive(words))
                Assert.True(context.Truth.Accepts(words, task.AnswerPrimitive(question, random)), task.FormatQuestion(words));
            else if (!task.IsWellFormed(words))
                Assert.Equal(task.MalformedAnswer, context.Truth.Answer(words));
        }
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Accepts_TheTrueAnswer_IsRight(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Symbols words in SomeWords(task, context, random))
            Assert.True(context.Truth.Accepts(words, context.Truth.Answer(words)), task.FormatQuestion(words));
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryParse_WhatFormatQuestionPrints_GivesTheQuestionBack(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Symbols words in SomeWords(task, context, random))
        {
            string text = task.FormatQuestion(words);
            bool parsed = task.TryParse(text, out Symbols back);
            Assert.Equal(task.IsWellFormed(words), parsed);
            Assert.Equal(parsed ? words : default, back);
        }
    });

    /// <summary>A person asks what they read in the facts: the left side of one as it is printed, or all of it.</summary>
    [Theory]
    [MemberData(nameof(Tasks))]
    public void Parse_WhatFormatFactPrints_IsAQuestionThatTheFactAnswers(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, _) =>
    {
        foreach (string fact in context.Facts.Statements.ToArray().Where(fact => fact != Symbols.Empty).Select(task.FormatFact).Distinct())
        {
            (string side, string said) = SidesOf(fact);
            foreach (string text in (string[])[side, fact, $"  {fact}  "])
            {
                ParsedQuestion parsed = task.Parse(text);
                if (IsTautology(text))
                {
                    Assert.Contains("always holds", parsed.Problem, StringComparison.Ordinal);
                    continue;
                }

                Assert.True(parsed.IsQuestion, $"{text}: {parsed.Problem}");
                Assert.True(task.IsWellFormed(parsed.Words), text);
                string truth = task.FormatAnswer(context.Truth.Answer(parsed.Words));
                if (said.Length > 0)
                    Assert.True(truth.EndsWith(said, StringComparison.Ordinal), $"{text} says {said}, but the truth is {truth}");
            }
        }
    });

    /// <summary>A question that fits the grammar but asks about what is not there is told what there is.</summary>
    [Theory]
    [InlineData("permutation-powering", "sigma^3(64)", "0 to 63")]
    [InlineData("permutation-powering", "sigma(-1)", "0 to 63")]
    [InlineData("permutation-powering", "sigma^99999999999999999999(1)", "exponents, which are 0 to 63")]
    [InlineData("shortest-path", "distance(3, 64)", "vertices, which are 0 to 63")]
    [InlineData("shortest-path", "64 -> 3", "vertices, which are 0 to 63")]
    [InlineData("shortest-path", "distance(3)", "'distance' takes 2 in its brackets, here is 1")]
    [InlineData("union-find", "value(x64)", "variables, which are x0 to x63")]
    [InlineData("union-find", "value(5)", "variables, which are x0 to x63")]
    [InlineData("union-find", "x3 = x64", "variables, which are x0 to x63")]
    [InlineData("sequential-assignments", "x64 := 3", "variables, which are x0 to x63")]
    [InlineData("sequential-assignments", "f(1, 8)", "values, which are 0 to 7")]
    [InlineData("wildcard-search", "sum(01)", "'01' has 2 places, a pattern has 6")]
    [InlineData("wildcard-search", "sum(01234*)", "made of the digits 0 to 1 and of *")]
    [InlineData("sat-counting", "count(*)", "a pattern has")]
    public void Parse_OutOfRange_SaysWhatThereIs(string variant, string text, string expected)
    {
        ParsedQuestion parsed = TaskCatalog.Create(variant, TaskPreset.Paper).Parse(text);
        Assert.False(parsed.IsQuestion);
        Assert.Contains(expected, parsed.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', parsed.Problem!);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Parse_NoQuestion_SaysNothingOfRanges(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        foreach (string text in (string[])["", "what is love", "(blank)", "sigma", "->", "=", ":=", "f", new string('9', 2000), "drop(1)"])
            Assert.Equal(ParsedQuestion.None, task.Parse(text));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void DrawQuestion_Any_IsWellFormedWithATruthAndAClass(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Question question in Draw(task, context, random))
        {
            Symbols words = question.Words;
            Assert.False(task.IsPrimitive(words));
            Assert.True(task.IsWellFormed(words));
            AssertFits(task, words, task.QuestionLength);
            Assert.Contains(context.Truth.Answer(words), task.Answers);
            string label = context.Truth.ClassOf(words);
            Assert.Contains(label, task.Classes);
            Assert.Contains(task.SyntacticClass(words), new[] { -1, task.Classes.IndexOf(label) });
        }
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void DrawPrimitive_Any_TheFactsAnswerIt(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        for (int i = 0; i < QuestionsEach; i++)
        {
            Question question = task.DrawPrimitive(context.Facts, random);
            Assert.True(task.IsPrimitive(question.Words) && task.IsWellFormed(question.Words), task.FormatQuestion(question.Words));
            Assert.Contains(task.AnswerPrimitive(question, random), task.Answers);
        }
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void DrawContext_AnyDifficulty_HasTheStatedFacts(string variant, TaskPreset preset) => ForEach(variant, preset, (task, context, random) =>
    {
        foreach (Symbols fact in context.Facts.Statements)
        {
            AssertFits(task, fact, task.FactLength);
            Assert.DoesNotContain('?', task.FormatFact(fact));
        }

        Context again = task.ContextOf(context.Facts);
        foreach (Symbols words in SomeWords(task, context, random))
            Assert.Equal(context.Truth.Answer(words), again.Truth.Answer(words));
        Assert.Equal(context.ContentHash, again.ContentHash);
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void FactCount_RisingDifficulty_RisesToFullSize(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        int[] counts = [.. Enumerable.Range(0, task.FullLevel + 3).Select(level => task.FactCount(new Difficulty(level)))];
        Assert.Equal(counts.Order(), counts);
        Assert.Equal(task.FactCount(Difficulty.Full), counts[task.FullLevel]);
        Assert.True(task.FullLevel == 0 || counts[task.FullLevel - 1] < counts[task.FullLevel]);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void DrawContext_SameKey_DrawsTheSame(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        RandomKey key = RandomKey.FromSeed(5);
        Context first = task.DrawContext(Difficulty.Full, key.Stream());
        Context second = task.DrawContext(Difficulty.Full, key.Stream());
        Context other = task.DrawContext(Difficulty.Full, key.Child(1).Stream());
        Assert.Equal(first.Facts.Statements.ToArray(), second.Facts.Statements.ToArray());
        Assert.NotEqual(first.Facts.Statements.ToArray(), other.Facts.Statements.ToArray());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Description_Any_IsConsistent(string variant, TaskPreset preset)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        TaskVariant listed = TaskCatalog.Variants.Single(candidate => candidate.Name == variant);
        Assert.Equal(variant, task.Name);
        Assert.Equal(listed.ConfigurationOf(preset), task.Configuration);
        Assert.Equal(task.Alphabet.Size, task.Alphabet.Names.Distinct().Count());
        Assert.Equal("_", task.Alphabet.Names[0]);
        Assert.Equal(task.Answers.Length, task.Answers.Distinct().Count());
        Assert.Equal(task.Answers.Length, task.Answers.Select(task.FormatAnswer).Distinct().Count());
        Assert.DoesNotContain(Answer.Unknown, task.Answers);
        Assert.Equal("idk", task.FormatAnswer(Answer.Unknown));
        Assert.All(task.Answers, answer => AssertFits(task, answer.Words, task.AnswerLength));
        Assert.Equal(task.Classes.Length, task.Classes.Distinct().Count());
        Assert.NotEmpty(task.Summary);
    }

    private static void ForEach(string variant, TaskPreset preset, Action<AlgorithmicTask, Context, RandomStream> check)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, preset);
        RandomStream random = RandomKey.FromSeed(2018).Child(variant).Child((int)preset).Stream();
        foreach (Difficulty difficulty in new[] { new Difficulty(0), new Difficulty(5), Difficulty.Full })
        {
            for (int i = 0; i < ContextsEach; i++)
            {
                Context context = task.DrawContext(difficulty, random);
                Assert.Equal(task.FactCount(difficulty), context.Facts.Count);
                check(task, context, random);
            }
        }
    }

    private static void AssertAmplifiesToTruth(AlgorithmicTask task, Context context, IAssistant assistant, RandomStream random)
    {
        var amplified = new AmplifiedAssistant(task.Human, assistant, task.InteractionLength, QuestionsEach);
        Question[] questions = Draw(task, context, random);
        var answers = new Answer[QuestionsEach];
        amplified.Answer(questions, answers);
        for (int i = 0; i < QuestionsEach; i++)
        {
            Symbols words = questions[i].Words;
            Assert.True(context.Truth.Answer(words) == answers[i], $"{task.FormatQuestion(words)} = {task.FormatAnswer(answers[i])}");
        }
    }

    private static Question[] Draw(AlgorithmicTask task, Context context, RandomStream random) =>
        [.. Enumerable.Range(0, QuestionsEach).Select(_ => task.DrawQuestion(context, random))];

    /// <summary>Questions from D, what H asks about them, misprints of all these, and noise.</summary>
    private static List<Symbols> SomeWords(AlgorithmicTask task, Context context, RandomStream random)
    {
        var amplified = new AmplifiedAssistant(task.Human, new TruthfulAssistant(context.Truth), task.InteractionLength, QuestionsEach);
        amplified.Answer(Draw(task, context, random), new Answer[QuestionsEach]);
        var words = new List<Symbols> { Symbols.Empty };
        for (int i = 0; i < QuestionsEach; i++)
        {
            words.Add(amplified.Transcripts.QuestionOf(i).Words);
            words.AddRange(amplified.Transcripts.ExchangesOf(i).ToArray().Select(exchange => exchange.Asked));
        }

        words.AddRange(words.ConvertAll(meant => Noise.Misprint(task, meant, random)));
        words.AddRange(Enumerable.Range(0, QuestionsEach).Select(_ => Noise.Words(task, task.QuestionLength, random)));
        return words;
    }

    private static void AssertFits(AlgorithmicTask task, Symbols words, int length)
    {
        Assert.InRange(words.Length, 0, length);
        for (int i = 0; i < length; i++)
            Assert.InRange(words[i], 0, task.Alphabet.Size - 1);
    }

    /// <summary>What a fact is about and the answer that it states; empty where it states none that is one answer.</summary>
    private static (string Side, string Said) SidesOf(string fact)
    {
        // A clause says that nothing that breaks it satisfies all.
        if (fact.Contains(" or ", StringComparison.Ordinal))
            return (fact, "0");
        if (fact.Contains(" -> ", StringComparison.Ordinal))
            return (fact, "yes");
        foreach (string sign in (string[])[" := ", " has value "])
        {
            if (fact.Split(sign) is [string name, string value])
                return (name, value.All(char.IsAsciiDigit) ? value : "");
        }

        string[] sides = fact.Split(" = ");
        return sides[0].StartsWith('x') ? (fact, "yes") : (sides[0], sides[1]);
    }

    private static bool IsTautology(string clause)
    {
        string[] literals = [.. clause.Split(" or ").Select(literal => literal.Trim()).Distinct()];
        return literals.Length > 1 && literals.GroupBy(literal => literal.Split('=')[0]).Any(group => group.Count() > 1);
    }
}
