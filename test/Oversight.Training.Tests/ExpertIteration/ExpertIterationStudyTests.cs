using Oversight.Methods;
using Oversight.Methods.ExpertIteration;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Debate;

namespace Oversight.Training.Tests.ExpertIteration;

public sealed class ExpertIterationStudyTests
{
    [Fact]
    public void Run_PinnedForm_RewardIsNeverReachedWhereAmplificationLearns()
    {
        StudyResult result = PinnedStudy.Run(new ExpertIterationStudy(StudyForm.Pinned, BuiltInMethods.All), seed: 1);
        PinnedStudy.AssertHolds(result);
        Assert.True(result.Ledgers[0].RewardQueries > 0);
    }
}
