using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Reports.Questions;
using Oversight.Runs.Folders;
using Oversight.Runs.Questions;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Reports.Pages;

/// <summary>Asks a trained X held-out questions and judges every answer down to the facts.</summary>
internal sealed class Explainer : IDisposable
{
    private const int MaxDepth = 4;
    private const int MaxSize = 40;
    private readonly TrainedRun _run;
    private readonly TransformerAssistant _assistant;
    private readonly IOverseer _overseer;
    private readonly QuestionTree _tree;
    private int _left;

    /// <summary>An explainer.</summary>
    /// <param name="run">What was trained.</param>
    public Explainer(TrainedRun run)
    {
        _run = run;
        _assistant = run.NewAssistant(questions: 1);
        _overseer = run.Weights.HumanModelNetwork is { } network
            ? new HumanModel(network, run.Weights.HumanModel!, capacity: 1)
            : run.Task.Human;
        _tree = new QuestionTree(run.Task, _overseer, Ask, RandomKey.FromSeed(run.Options.Seed).Child("report").Stream());
    }

    /// <summary>
    /// Explains the answer to a question: X's own, and below it how Amplify would answer, where X answers the sub-questions, and so on down.
    /// </summary>
    /// <param name="context">What it is about.</param>
    /// <param name="question">The question.</param>
    public ExplainedAnswer Explain(Context context, Question question)
    {
        _left = MaxSize;
        _assistant.AbstainBelow = 0;
        (Answer answer, double? confidence) = Ask(question);
        _assistant.AbstainBelow = _run.Options.Amplify.AbstainBelow;
        return Explain(context, new QuestionNode(question, answer, AnsweredBy.Assistant, confidence, []), MaxDepth);
    }

    /// <summary>Draws held-out questions: one of each class, and then some that X or Amplify answers wrongly.</summary>
    /// <param name="wrong">How many wrong ones at most.</param>
    /// <param name="draws">Among how many questions.</param>
    public ImmutableArray<(Context Context, ExplainedAnswer Answer)> Sample(int wrong, int draws)
    {
        RandomStream random = RandomKey.FromSeed(_run.Options.Seed).Child("report samples").Stream();
        var source = new ContextSource(_run.Task, HeldOut: true);
        var byClass = new Dictionary<string, (Context, ExplainedAnswer)>();
        var mistakes = new List<(Context, ExplainedAnswer)>();
        for (int i = 0; i < draws && (mistakes.Count < wrong || byClass.Count < _run.Task.Classes.Length); i++)
        {
            Context context = source.Draw(Difficulty.Full, random);
            Question question = _run.Task.DrawQuestion(context, random);
            ExplainedAnswer answer = Explain(context, question);
            if (!answer.IsRight || !answer.IsAmplifiedRight)
                mistakes.Add((context, answer));
            else
                byClass.TryAdd(context.Truth.ClassOf(question.Words), (context, answer));
        }

        return [.. mistakes.Take(wrong), .. byClass.OrderBy(pair => _run.Task.Classes.IndexOf(pair.Key)).Select(pair => pair.Value)];
    }

    /// <summary>
    /// How often H' takes a held-out question apart exactly as H does, sub-question by sub-question to the same answer, given the same
    /// sub-answers of X. Null without H'.
    /// </summary>
    /// <param name="draws">Of how many questions.</param>
    public ClassAccuracy? Imitation(int draws)
    {
        if (_run.Weights.HumanModelNetwork is null)
            return null;
        var human = new QuestionTree(_run.Task, _run.Task.Human, Ask, RandomKey.FromSeed(_run.Options.Seed).Child("report H").Stream());
        var model = new QuestionTree(_run.Task, _overseer, Ask, RandomKey.FromSeed(_run.Options.Seed).Child("report H").Stream());
        RandomStream random = RandomKey.FromSeed(_run.Options.Seed).Child("imitation").Stream();
        var source = new ContextSource(_run.Task, HeldOut: true);
        _assistant.AbstainBelow = _run.Options.Amplify.AbstainBelow;
        int same = 0;
        for (int i = 0; i < draws; i++)
        {
            Question question = _run.Task.DrawQuestion(source.Draw(Difficulty.Full, random), random);
            same += IsSame(human.Grow(question, 1, MaxSize), model.Grow(question, 1, MaxSize)) ? 1 : 0;
        }

        return new ClassAccuracy(same, draws);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _assistant.Dispose();
        (_overseer as IDisposable)?.Dispose();
    }

    private ExplainedAnswer Explain(Context context, QuestionNode given, int depth)
    {
        Symbols words = given.Question.Words;
        var judged = new ExplainedAnswer(
            given.Question,
            given.By == AnsweredBy.Facts ? given.Answer : context.Truth.Answer(words),
            given.Answer,
            given.By,
            given.Confidence,
            given.By != AnsweredBy.Form && (given.By == AnsweredBy.Facts || context.Truth.Accepts(words, given.Answer)),
            null,
            false,
            []);
        if (given.By != AnsweredBy.Assistant || depth == 0 || _left <= 0)
            return judged;
        QuestionNode amplified = _tree.Grow(given.Question, 1, MaxSize);
        _left -= amplified.SubQuestions.Length;
        return judged with
        {
            Amplified = amplified.Answer,
            IsAmplifiedRight = context.Truth.Accepts(words, amplified.Answer),
            SubQuestions = [.. amplified.SubQuestions.Select(asked => Explain(context, asked, depth - 1))],
        };
    }

    private static bool IsSame(QuestionNode one, QuestionNode other) =>
        one.Answer == other.Answer && Asked(one).SequenceEqual(Asked(other));

    private static IEnumerable<Symbols> Asked(QuestionNode node) => node.SubQuestions.Select(asked => asked.Question.Words);

    private (Answer Answer, double? Confidence) Ask(Question question)
    {
        var answers = new Answer[1];
        _assistant.Answer([question], answers);
        return (answers[0], _assistant.Confidences[0]);
    }
}
