using Oversight.Core;
using Oversight.Core.Text;
using Oversight.Determinism;
using Oversight.Tasks.Text;

namespace Oversight.Tasks.Tests.Text;

/// <summary>Everything that is said in symbols can be printed and read back, for every task.</summary>
public sealed class TaskGrammarTests
{
    private const int Draws = 100;

    public static TheoryData<string> Tasks => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryParseAnswer_WhatFormatAnswerPrints_GivesTheAnswerBack(string variant)
    {
        foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
        {
            AlgorithmicTask task = TaskCatalog.Create(variant, preset);
            Assert.All(task.Answers.Append(Answer.Unknown), answer =>
            {
                Assert.True(task.TryParseAnswer($" {task.FormatAnswer(answer)} ", out Answer back), task.FormatAnswer(answer));
                Assert.Equal(answer, back);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryParseAnswer_AnythingElse_IsNoAnswer(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        string tooLong = new('1', 5000);
        foreach (string text in new[] { "", "perhaps", "?", "?§?", "idk?", "1e1", "-99999", tooLong, $"?{tooLong}?" })
        {
            Assert.False(task.TryParseAnswer(text, out Answer answer), text);
            Assert.Equal(Answer.Unknown, answer);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryReadAnswer_AnySymbols_GivesThemBack(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        var grammar = new TaskGrammar(task);
        RandomStream random = RandomKey.FromSeed(17).Child(variant).Stream();
        for (int i = 0; i < Draws; i++)
        {
            var answer = new Answer(Noise.Words(task, task.AnswerLength, random));
            Assert.True(grammar.TryReadAnswer(grammar.Print(answer), out Answer back), grammar.Print(answer).Words);
            Assert.Equal(answer, back);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryReadQuestion_AnySymbolsAndGuess_GivesThemBack(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        var grammar = new TaskGrammar(task);
        RandomStream random = RandomKey.FromSeed(18).Child(variant).Stream();
        for (int i = 0; i < Draws; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            Symbols asked = task.DrawQuestion(context, random).Words;
            Symbols misprint = Noise.Misprint(task, asked, random);
            foreach (Symbols words in new[] { asked, misprint, Noise.Words(task, task.QuestionLength, random), Symbols.Empty })
            {
                string text = grammar.Print(words, i % 3);
                Assert.True(grammar.TryReadQuestion(text, out Symbols back, out int guess), text);
                Assert.Equal((words, i % 3), (back, guess));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void TryReadAnswer_NotWhole_IsIdk(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        var grammar = new TaskGrammar(task);
        foreach (AnswerStatus status in Enum.GetValues<AnswerStatus>())
        {
            bool read = grammar.TryReadAnswer(new TextAnswer(task.FormatAnswer(task.Answers[0]), status), out Answer answer);
            Assert.Equal(status is AnswerStatus.Whole or AnswerStatus.Unknown, read);
            Assert.Equal(status == AnswerStatus.Whole ? task.Answers[0] : Answer.Unknown, answer);
        }
    }
}
