using Oversight.Core;
using Oversight.Determinism;
using Oversight.Reports.Questions;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Questioning;

public sealed class QuestionTreeTests
{
    private readonly AlgorithmicTask _task = TaskCatalog.Create("permutation-powering", TaskPreset.Small);
    private readonly Context _context;
    private readonly RandomStream _random = RandomKey.FromSeed(1).Stream();

    public QuestionTreeTests() => _context = _task.DrawContext(Difficulty.Full, _random);

    [Fact]
    public void Grow_DepthOne_XAnswersWhatTheFactsDoNotSay()
    {
        QuestionNode root = Tree().Grow(Ask("sigma^5(3)"), depth: 1, size: 100);
        Assert.Equal([AnsweredBy.Assistant, AnsweredBy.Assistant, AnsweredBy.Facts], root.SubQuestions.Select(node => node.By));
        Assert.Equal(0.5, root.SubQuestions[0].Confidence);
        Assert.Equal(_context.Truth.Answer(root.Question.Words), root.Answer);
    }

    [Fact]
    public void Grow_Deep_EveryLeafFromTheFactsAndEveryAnswerTrue()
    {
        QuestionNode root = Tree().Grow(Ask("sigma^13(2)"), depth: 20, size: 1000);
        foreach (QuestionNode node in All(root))
        {
            Assert.Equal(_context.Truth.Answer(node.Question.Words), node.Answer);
            Assert.Equal(node.SubQuestions.IsEmpty ? AnsweredBy.Facts : AnsweredBy.Overseer, node.By);
        }

        Assert.Equal(All(root).Count(), root.Size);
    }

    [Fact]
    public void Grow_SizeUsedUp_XAnswersTheRest()
    {
        QuestionNode root = Tree().Grow(Ask("sigma^15(2)"), depth: 20, size: 3);
        Assert.Contains(All(root), node => node.By == AnsweredBy.Assistant);
        Assert.Equal(_context.Truth.Answer(root.Question.Words), root.Answer);
    }

    private static IEnumerable<QuestionNode> All(QuestionNode node) => node.SubQuestions.SelectMany(All).Prepend(node);

    private QuestionTree Tree() => new(_task, _task.Human, question => (_context.Truth.Answer(question.Words), 0.5), _random);

    private Question Ask(string text)
    {
        Assert.True(_task.TryParse(text, out Symbols words));
        return new Question(_context.Facts, words);
    }
}
