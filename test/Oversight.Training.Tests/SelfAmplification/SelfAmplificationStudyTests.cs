using Oversight.Training.Experiments;
using Oversight.Training.SelfAmplification;
using Oversight.Training.Tests.Debate;

namespace Oversight.Training.Tests.SelfAmplification;

public sealed class SelfAmplificationStudyTests
{
    [Fact]
    public void Run_PinnedForm_FrontierMovesWithoutHAndOwnAnswersDoNot()
    {
        StudyResult result = PinnedStudy.Run(new SelfAmplificationStudy(StudyForm.Pinned), seed: 1);
        // So short a run does not see the end of a change of meaning; the longer forms do.
        Assert.All(
            result.Findings.Where(finding => !finding.Expected.Statement.Contains("sigma", StringComparison.Ordinal)),
            finding => Assert.True(
                finding.Verdict == Verdict.Holds, $"{finding.Expected.Statement}: {finding.Measured.Mean:F3}, expected {finding.Expected.Range}"));
        Assert.Equal(0, result.Ledgers[0].Labels);
        Assert.Equal(300 * 4, result.Ledgers[0].HumanQueries);
    }
}
