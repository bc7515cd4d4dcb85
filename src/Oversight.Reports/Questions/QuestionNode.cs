using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Reports.Questions;

/// <summary>A question with its answer and, where H took it apart, the sub-questions.</summary>
/// <param name="Question">Q.</param>
/// <param name="Answer">A.</param>
/// <param name="By">Where the answer came from.</param>
/// <param name="Confidence">The probability that X gave its answer; null where X did not answer.</param>
/// <param name="SubQuestions">What H asked, in order.</param>
public sealed record QuestionNode(
    Question Question, Answer Answer, AnsweredBy By, double? Confidence, ImmutableArray<QuestionNode> SubQuestions)
{
    /// <summary>How many questions there are in this tree.</summary>
    public int Size => 1 + SubQuestions.Sum(node => node.Size);
}
