using Oversight.Core;
using Oversight.Core.Text;
using Oversight.Determinism;
using Oversight.Tasks.Text;

namespace Oversight.Tasks.Tests.Text;

/// <summary>The two planes hold the same dialogue, for every task.</summary>
public sealed class BridgeLawTests
{
    private const int QuestionsEach = 12;

    public static TheoryData<string> Tasks => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_ScriptedHAndTruthfulXInText_GivesTheTrueAnswer(string variant) => ForEach(
        variant, (task, context, question, _) =>
    {
        TextResult result = Answer(Amplified(task, context, new TruthfulAssistant(context.Truth)), task, question);
        Assert.Equal(task.FormatAnswer(context.Truth.Answer(question.Words)), result.Answer.Words);
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_ScriptedHInText_HoldsTheSameTranscriptAsInSymbols(string variant) => ForEach(
        variant, (task, context, question, key) =>
    {
        AssertSame(task, context, question, () => new TruthfulAssistant(context.Truth));
        AssertSame(task, context, question, () => new BabblingAssistant(task, key.Stream()));
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_TextOverseerAsH_HoldsTheSameTranscriptAsTheScript(string variant) => ForEach(
        variant, (task, context, question, key) =>
    {
        var bridge = new TaskTextOverseer(task, new SymbolTextOverseer(task, context.Facts, task.Human), Budget.Unlimited, default);
        Transcript asScript = Hold(task, task.Human, new BabblingAssistant(task, key.Stream()), question);
        Transcript asText = Hold(task, bridge, new BabblingAssistant(task, key.Stream()), question);
        AssertEqual(asScript, asText);
        Assert.Equal((0, 0, 0, 0), (bridge.UnreadableQuestions, bridge.UnreadableAnswers, bridge.MissingAnswers, bridge.DeferredQuestions));
        Assert.Equal(asText.Exchanges.Length + 1, bridge.Moves);
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Amplify_TextNested_GivesTheTrueAnswerAndKeepsTheTree(string variant) => ForEach(
        variant, (task, context, question, key) =>
    {
        ITextAssistant x = new TrainedTextAssistant(task, context.Facts, new TruthfulAssistant(context.Truth));
        ITextAssistant below = new AmplifiedTextAssistant(new SymbolTextOverseer(task, context.Facts, task.Human), x);
        var above = new AmplifiedTextAssistant(new SymbolTextOverseer(task, context.Facts, task.Human), below);
        TextResult result = Answer(above, task, question);
        Assert.Equal(task.FormatAnswer(context.Truth.Answer(question.Words)), result.Answer.Words);
        Assert.InRange(result.Transcript!.Depth, 2, 2);
        Assert.True(TextTranscript.TryReadJson(result.Transcript.ToJson(), out TextTranscript? back, out _));
        Assert.Equal(result.Transcript, back);
    });

    /// <summary>Also the guesses that X is asked for must be the same; the transcripts do not show them, X sees them.</summary>
    private static void AssertSame(AlgorithmicTask task, Context context, Question question, Func<IAssistant> assistant)
    {
        var inSymbols = new Listening(assistant());
        var inText = new Listening(assistant());
        Transcript symbols = Hold(task, task.Human, inSymbols, question);
        TextResult text = Answer(Amplified(task, context, inText), task, question);
        AssertEqual(symbols, new TaskGrammar(task).Read(context.Facts, text.Transcript!)!);
        Assert.Equal(inSymbols.Heard, inText.Heard);
    }

    private static Transcript Hold(AlgorithmicTask task, IOverseer overseer, IAssistant assistant, Question question)
    {
        var amplified = new AmplifiedAssistant(overseer, assistant, task.InteractionLength, capacity: 1);
        amplified.Answer([question], new Answer[1]);
        return amplified.Transcripts.Snapshot(0);
    }

    private static void AssertEqual(Transcript expected, Transcript actual)
    {
        Assert.Equal(expected.Question, actual.Question);
        Assert.Equal(expected.Exchanges.AsEnumerable(), actual.Exchanges.AsEnumerable());
        Assert.Equal(expected.Answer, actual.Answer);
    }

    private static AmplifiedTextAssistant Amplified(AlgorithmicTask task, Context context, IAssistant assistant) => new(
        new SymbolTextOverseer(task, context.Facts, task.Human),
        new TrainedTextAssistant(task, context.Facts, assistant),
        new AmplifyLimits { Questions = task.InteractionLength });

    private static TextResult Answer(AmplifiedTextAssistant amplified, AlgorithmicTask task, Question question) =>
        amplified.AnswerAsync(new TaskGrammar(task).Print(question.Words), Budget.Unlimited, default).AsTask().Result;

    private static void ForEach(string variant, Action<AlgorithmicTask, Context, Question, RandomKey> check)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        RandomKey key = RandomKey.FromSeed(2018).Child(variant);
        RandomStream random = key.Stream();
        for (int i = 0; i < QuestionsEach; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            check(task, context, task.DrawQuestion(context, random), key.Child(i));
        }
    }

    /// <summary>Writes down what an assistant is asked.</summary>
    private sealed class Listening(IAssistant assistant) : IAssistant
    {
        public List<Question> Heard { get; } = [];

        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
        {
            Heard.AddRange(questions);
            assistant.Answer(questions, answers);
        }
    }
}
