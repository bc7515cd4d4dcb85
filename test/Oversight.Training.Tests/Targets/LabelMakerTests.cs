using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class LabelMakerTests
{
    private const int PerContext = 200;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.1, 0.04, 0.17)]
    public void Make_ErringLabeller_ThatShareOfLabelsIsWrong(double error, double low, double high)
    {
        RandomStream random = Fixture.Key("labels").Stream();
        Context[] contexts = [.. Enumerable.Range(0, 2).Select(_ => Fixture.SmallTask.DrawContext(Difficulty.Full, random))];
        Question[] questions = [.. contexts.SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => Fixture.SmallTask.DrawQuestion(context, random)))];
        using var maker = new LabelMaker(AnswerErrors.Of(Fixture.SmallTask, new OverseerOptions { Error = error }, Fixture.Key("errors")));
        var labels = new Answer[questions.Length];
        maker.Show(contexts);
        maker.Make(questions, labels, Fixture.Key("work"));
        double wrong = Enumerable.Range(0, labels.Length).Average(i => contexts[i / PerContext].Truth.Answer(questions[i].Words) == labels[i] ? 0.0 : 1.0);
        Assert.InRange(wrong, low, high);
        Assert.Equal(questions.Length, maker.Spent.Labels);
    }
}
