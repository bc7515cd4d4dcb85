using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Reports.Questions;
using Oversight.Runs.Questions;
using Oversight.Tasks;

namespace Oversight.Reports.Pages;

/// <summary>
/// What an overseer's errors must lead to if nothing averages them away. Each final answer of H is, with probability e, replaced by one
/// drawn from the N possible answers. A question with m decompositions in its recursive tree is then right with probability s + (1 - s) / N, s = (1 - e)^m.
/// </summary>
internal static class ExpectedAccuracy
{
    private const int Questions = 300;
    private const int MaxDepth = 64;
    private const int MaxSize = 5_000;

    /// <summary>The decompositions of some held-out questions, class by class.</summary>
    /// <param name="task">The task.</param>
    public static ImmutableDictionary<string, ImmutableArray<int>> CountByClass(AlgorithmicTask task) =>
        CountAll(task)
            .GroupBy(pair => pair.Class)
            .ToImmutableDictionary(group => group.Key, group => group.Select(pair => pair.Decompositions).ToImmutableArray());

    /// <summary>The probability of a right answer if errors stay, the mean over questions.</summary>
    /// <param name="decompositions">m of each question; at least one.</param>
    /// <param name="error">e.</param>
    /// <param name="answers">N.</param>
    public static double Compounded(ImmutableArray<int> decompositions, double error, int answers) =>
        decompositions.Average(m => RightAfter(m, error, answers));

    /// <summary>The probability of a right answer after m replies each of which may have been replaced.</summary>
    /// <param name="decompositions">m.</param>
    /// <param name="error">e.</param>
    /// <param name="answers">N.</param>
    public static double RightAfter(int decompositions, double error, int answers)
    {
        double spared = Math.Pow(1 - error, decompositions);
        return spared + (1 - spared) / answers;
    }

    /// <summary>How often H takes a question apart on the way down to the facts, itself included.</summary>
    /// <param name="task">The task.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="question">The question.</param>
    public static int Count(AlgorithmicTask task, Context context, Question question)
    {
        var tree = new QuestionTree(
            task, task.Human, asked => (context.Truth.Answer(asked.Words), null), RandomKey.FromSeed(1).Child("expected").Stream());
        return Overseen(tree.Grow(question, MaxDepth, MaxSize));
    }

    private static int Overseen(QuestionNode node) =>
        (node.By == AnsweredBy.Overseer ? 1 : 0) + node.SubQuestions.Sum(Overseen);

    private static IEnumerable<(string Class, int Decompositions)> CountAll(AlgorithmicTask task)
    {
        RandomStream random = RandomKey.FromSeed(1).Child("expected accuracy").Stream();
        var source = new ContextSource(task, HeldOut: true);
        for (int i = 0; i < Questions; i++)
        {
            Context context = source.Draw(Difficulty.Full, random);
            Question question = task.DrawQuestion(context, random);
            yield return (context.Truth.ClassOf(question.Words), Count(task, context, question));
        }
    }
}
