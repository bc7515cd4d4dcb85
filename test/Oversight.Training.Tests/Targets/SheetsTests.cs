using FsCheck;
using FsCheck.Fluent;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class SheetsTests
{
    [Fact]
    public void Begin_AnyBatch_PutsEachQuestionOntoOneSheetOfItsContext() => Prop.ForAll(
        Gen.Choose(1, 4).Zip(Gen.Choose(1, 20)).Zip(Gen.Choose(1, 9)).ToArbitrary(),
        sizes =>
        {
            ((int contexts, int perContext), int size) = sizes;
            Question[] questions = Questions(contexts, perContext);
            var sheets = new Sheets(Fixture.SmallTask, size);
            sheets.Begin(questions);

            Assert.Equal(Enumerable.Range(0, questions.Length), sheets.OpenQuestions.ToArray());
            int[] onSheets = [.. sheets.Open.ToArray().SelectMany(number => sheets[number].ToArray())];
            Assert.Equal(Enumerable.Range(0, questions.Length), onSheets.Order());
            foreach (int number in sheets.Open)
            {
                int[] sheet = sheets[number].ToArray();
                Assert.InRange(sheet.Length, 1, size);
                Assert.Single(sheet.Select(i => i / perContext).Distinct());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Begin_QuestionsOfSeveralClasses_SortsEachContextByClass()
    {
        Question[] questions = Questions(2, 12);
        var sheets = new Sheets(Fixture.SmallTask, 3);
        sheets.Begin(questions);
        int[] classes = [.. sheets.Open.ToArray().SelectMany(number => sheets[number].ToArray()).Select(i => Fixture.SmallTask.SyntacticClass(questions[i].Words))];
        Assert.Equal(classes[..12].Order(), classes[..12]);
        Assert.Equal(classes[12..].Order(), classes[12..]);
    }

    [Fact]
    public void Close_OneSheet_TakesItsQuestionsOut()
    {
        var sheets = new Sheets(Fixture.SmallTask, 4);
        sheets.Begin(Questions(2, 8));
        int[] closed = sheets[1].ToArray();
        sheets.Close(1);
        sheets.Tidy();
        Assert.Equal([0, 2, 3], sheets.Open.ToArray());
        Assert.Equal(Enumerable.Range(0, 16).Except(closed), sheets.OpenQuestions.ToArray());
    }

    private static Question[] Questions(int contexts, int perContext)
    {
        RandomStream random = Fixture.Key("sheets").Stream();
        return [.. Enumerable.Range(0, contexts).SelectMany(_ =>
        {
            Context context = Fixture.SmallTask.DrawContext(Difficulty.Full, random);
            return Enumerable.Range(0, perContext).Select(_ => Fixture.SmallTask.DrawQuestion(context, random));
        })];
    }
}
