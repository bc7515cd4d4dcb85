using Oversight.Methods.Debate.Collusion;
using Oversight.Runs.Studies;

namespace Oversight.Training.Tests.Debate;

public sealed class CollusionStudyTests
{
    [Fact]
    public void Run_PinnedForm_ThresholdChannelAndAuditAreSeen() => PinnedStudy.AssertHolds(PinnedStudy.Run(new CollusionStudy(StudyForm.Pinned), seed: 1));

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(4, 2.0)]
    public void MutualInformation_MessageThatTellsAll_IsTheEntropy(int values, double bits) =>
        Assert.Equal(bits, MutualInformation.Of(Enumerable.Range(0, 100 * values).Select(i => (i % values, (i + 1) % values))), 1e-9);

    [Fact]
    public void MutualInformation_MessageThatTellsNothing_IsNone() =>
        Assert.Equal(0, MutualInformation.Of(Enumerable.Range(0, 400).Select(i => (i % 2, i / 2 % 2))), 1e-9);
}
