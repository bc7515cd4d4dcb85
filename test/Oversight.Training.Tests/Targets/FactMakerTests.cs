using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class FactMakerTests
{
    [Fact]
    public void Make_PrimitiveQuestions_TargetsAreWhatTheFactsSayAndCostNothing()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        RandomStream random = Fixture.Key("facts").Stream();
        Context context = task.DrawContext(Difficulty.Full, random);
        var curriculum = new Curriculum(task, new CurriculumOptions());
        Question[] questions = [.. Enumerable.Range(0, 40).Select(_ => curriculum.Draw(QuestionKind.Primitive, context, random))];
        using var maker = new FactMaker(task);
        var targets = new Answer[questions.Length];
        maker.Make(questions, targets, Fixture.Key("work"));
        Assert.All(questions.Zip(targets), pair => Assert.Equal(context.Truth.Answer(pair.First.Words), pair.Second));
        Assert.Null(((ITargetMaker)maker).TruthReader);
        Assert.Equal(new OversightLedger(), maker.Spent);
    }
}
