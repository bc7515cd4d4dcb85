using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Folders;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Questioning;

public sealed class PlainWordsTests
{
    public static TheoryData<string> Tasks() => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Exchange_WhatTheTaskDraws_AsItIsTyped(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        RandomStream random = RandomKey.FromSeed(3).Stream();
        for (int i = 0; i < 50; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            foreach (Question question in (Question[])[task.DrawQuestion(context, random), task.DrawPrimitive(context.Facts, random)])
            {
                Answer answer = task.IsPrimitive(question.Words)
                    ? task.AnswerPrimitive(question, random)
                    : context.Truth.Answer(question.Words);
                Assert.True(PlainWords.IsQuestion(task, question.Words), task.FormatQuestion(question.Words));
                Assert.Equal(
                    $"{task.FormatQuestion(question.Words)} = {task.FormatAnswer(answer)}",
                    PlainWords.Exchange(task, question.Words, answer));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Exchange_AnySymbols_NeverRaw(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        RandomStream random = RandomKey.FromSeed(4).Stream();
        for (int i = 0; i < 300; i++)
        {
            Symbols asked = Drawn(task, random, random.Next(task.QuestionLength + 1));
            Symbols said = Drawn(task, random, random.Next(task.AnswerLength + 1));
            string text = PlainWords.Exchange(task, asked, new Answer(said));
            Assert.DoesNotContain("?", text, StringComparison.Ordinal);
            Assert.NotEqual(
                PlainWords.IsQuestion(task, asked),
                text.StartsWith("something that is no question of this task (", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Exchange_SymbolsThatMeanNothing_SaysWhatBecomesOfThem()
    {
        AlgorithmicTask task = TaskCatalog.Create("permutation-powering", TaskPreset.Tiny);
        var words = new Symbols([1, 1, 1, 1, 1]);
        Assert.False(PlainWords.IsQuestion(task, words));
        string text = PlainWords.NoQuestion(task, words, task.MalformedAnswer, "H'");
        Assert.StartsWith("H' asked something that is no question of this task (symbols ", text, StringComparison.Ordinal);
        Assert.EndsWith("), which counts as idk", text, StringComparison.Ordinal);
    }

    private static Symbols Drawn(AlgorithmicTask task, RandomStream random, int length)
    {
        byte[] symbols = new byte[length];
        for (int i = 0; i < length; i++)
            symbols[i] = (byte)random.Next(task.Alphabet.Size);
        return new Symbols(symbols);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Answer_AnySymbols_AnAnswerOfTheTaskOrSaidToBeNone(string name)
    {
        AlgorithmicTask task = TaskCatalog.Create(name, TaskPreset.Tiny);
        RandomStream random = RandomKey.FromSeed(4).Stream();
        for (int i = 0; i < 300; i++)
        {
            byte[] symbols = new byte[1 + random.Next(task.AnswerLength)];
            foreach (ref byte symbol in symbols.AsSpan())
                symbol = (byte)random.Next(task.Alphabet.Size);
            var answer = new Answer(new Symbols(symbols));
            bool isOne = answer.IsUnknown || task.Answers.Contains(answer);
            Assert.Equal(!isOne, PlainWords.Answer(task, answer).StartsWith("no answer of this task", StringComparison.Ordinal));
        }
    }
}
