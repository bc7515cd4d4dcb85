using Oversight.Methods.Debate;
using Oversight.Runs.Studies;

namespace Oversight.Training.Tests.Debate;

public sealed class ComplexityStudyTests
{
    [Fact]
    public void Run_PinnedForm_SumsAreTracedAndMixingIsNot() => PinnedStudy.AssertHolds(PinnedStudy.Run(new ComplexityStudy(StudyForm.Pinned), seed: 1));
}
