using Oversight.Tasks;
using Oversight.Training.Tests.Assistants;

namespace Oversight.Conformance.Tests;

public sealed class FixtureLanguagesTests
{
    public static TheoryData<string> Variants => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Of_TaskOfTheReference_HasALanguage(string variant)
    {
        AlgorithmicTask task = TaskCatalog.Create(variant, TaskPreset.Tiny);
        Assert.Equal(task.Configuration.Split('_')[0], FixtureLanguages.Of(task).Task);
    }

    [Fact]
    public void Of_AnyOtherTask_SaysSoInOneLine()
    {
        string message = Assert.Throws<ArgumentException>(() => FixtureLanguages.Of(new TwiceTask(answerLength: 1))).Message;
        Assert.Equal("There are no fixtures for the task 'twice': only tasks of the reference can be verified.", message);
    }
}
