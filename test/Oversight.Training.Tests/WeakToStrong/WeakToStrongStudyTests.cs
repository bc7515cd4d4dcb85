using Oversight.Methods.WeakToStrong;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Debate;

namespace Oversight.Training.Tests.WeakToStrong;

public sealed class WeakToStrongStudyTests
{
    [Fact]
    public void Run_PinnedForm_ProbeRecoversPartOfTheGapAndBlankStudentsNone()
    {
        StudyResult result = PinnedStudy.Run(new WeakToStrongStudy(StudyForm.Pinned), seed: 1);
        Assert.All(
            result.Findings.Where(finding => !finding.Expected.Statement.StartsWith("bootstrapping", StringComparison.Ordinal)),
            finding => Assert.True(
                finding.Verdict == Verdict.Holds, $"{finding.Expected.Statement}: {finding.Measured.Mean:F3}, expected {finding.Expected.Range}"));
        Assert.Equal(400, result.Ledgers[0].Labels);
    }
}
