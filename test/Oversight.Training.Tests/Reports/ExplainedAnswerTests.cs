using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Reports.Pages;
using Oversight.Reports.Questions;

namespace Oversight.Training.Tests.Reports;

public sealed class ExplainedAnswerTests
{
    [Fact]
    public void Blamed_SecondAndThirdWrong_Second() => Assert.Equal(1, Tree(false, Leaf(true), Leaf(false), Leaf(false)).Blamed);

    [Fact]
    public void Blamed_AmplifyRight_Nobody() => Assert.Equal(-1, Tree(true, Leaf(false)).Blamed);

    [Fact]
    public void Blamed_EverySubAnswerRight_TheOverseer()
    {
        ExplainedAnswer tree = Tree(false, Leaf(true), Leaf(true));
        Assert.Equal(-1, tree.Blamed);
        Assert.True(tree.IsOverseerToBlame);
    }

    private static ExplainedAnswer Leaf(bool right) => Node(right, null, false, []);

    private static ExplainedAnswer Tree(bool amplifiedRight, params ImmutableArray<ExplainedAnswer> asked) => Node(true, Answer.Unknown, amplifiedRight, asked);

    private static ExplainedAnswer Node(bool right, Answer? amplified, bool amplifiedRight, ImmutableArray<ExplainedAnswer> asked) =>
        new(default, default, default, AnsweredBy.Assistant, 0.5, right, amplified, amplifiedRight, asked);
}
