using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;
using Oversight.Training.Processes;
using Oversight.Training.Questioning;

namespace Oversight.Training.Reports;

/// <summary>
/// What an overseer's errors must lead to if nothing averages them away. Each final answer of H is, with probability e, replaced by one drawn from the N
/// possible answers. A question with m decompositions in its recursive tree is then right with probability s + (1 - s) / N, s = (1 - e)^m.
/// </summary>
/// <param name="Decompositions">The mean of m over the questions of a class.</param>
/// <param name="Compounded">The mean of that probability over the questions of a class.</param>
/// <param name="Averaged">The probability that Amplify is right if every sub-answer is: 1 - e + e / N.</param>
internal sealed record ExpectedAccuracy(
    ImmutableDictionary<string, double> Decompositions, ImmutableDictionary<string, double> Compounded, double Averaged)
{
    private const int Questions = 300;
    private const int MaxDepth = 64;
    private const int MaxSize = 20_000;

    /// <summary>Counts decompositions on held-out questions, and computes the rest.</summary>
    /// <param name="task">The task.</param>
    /// <param name="error">e.</param>
    public static ExpectedAccuracy Of(AlgorithmicTask task, double error)
    {
        double answers = task.Answers.Length;
        ILookup<string, int> counts = CountAll(task).ToLookup(pair => pair.Class, pair => pair.Decompositions);
        return new ExpectedAccuracy(
            counts.ToImmutableDictionary(group => group.Key, group => group.Average()),
            counts.ToImmutableDictionary(group => group.Key, group => group.Average(m => RightAfter(m, error, answers))),
            RightAfter(1, error, answers));
    }

    /// <summary>The probability of a right answer after m replies each of which may have been replaced.</summary>
    /// <param name="decompositions">m.</param>
    /// <param name="error">e.</param>
    /// <param name="answers">N.</param>
    public static double RightAfter(int decompositions, double error, double answers)
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
