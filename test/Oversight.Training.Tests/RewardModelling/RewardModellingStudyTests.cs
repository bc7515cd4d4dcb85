using Oversight.Training.Experiments;
using Oversight.Training.RewardModelling;
using Oversight.Training.Tests.Debate;

namespace Oversight.Training.Tests.RewardModelling;

public sealed class RewardModellingStudyTests
{
    [Fact]
    public void Run_PinnedForm_HumanAloneIsGamedAndAssistedIsNot()
    {
        StudyResult result = PinnedStudy.Run(new RewardModellingStudy(StudyForm.Pinned), seed: 1);
        PinnedStudy.AssertHolds(result);
        // H looks up one edge a comparison, and only the coin looks up none.
        Assert.InRange(result.Ledgers[0].FactsRead, 1, result.Ledgers[0].HumanQueries);
    }
}
