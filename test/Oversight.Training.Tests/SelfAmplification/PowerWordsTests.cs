using Oversight.Core;
using Oversight.Determinism;
using Oversight.Methods.SelfAmplification;
using Oversight.Tasks;

namespace Oversight.Training.Tests.SelfAmplification;

public sealed class PowerWordsTests
{
    private static readonly PowerWords Words = new(Fixture.SmallTask);

    [Fact]
    public void Ask_ElementAndExponentOfAQuestion_GivesItBack()
    {
        RandomStream random = RandomKey.FromSeed(4).Stream();
        for (int i = 0; i < 200; i++)
        {
            Symbols question = Fixture.SmallTask.DrawQuestion(Fixture.SmallTask.DrawContext(Difficulty.Full, random), random).Words;
            Assert.Equal(question, Words.Ask(Words.ElementOf(question), Words.ExponentOf(question)));
            Assert.Equal($"sigma^{Words.ExponentOf(question)}", Fixture.SmallTask.FormatQuestion(question).Split('(')[0]);
        }
    }

    [Fact]
    public void Image_ByEachMeaning_InverseUndoesAndSquareDoesTwice()
    {
        Context context = Fixture.SmallTask.DrawContext(Difficulty.Full, RandomKey.FromSeed(5).Stream());
        Symbols element = Words.ElementOf(context.Facts[3]);
        Answer image = Words.Image(context.Facts, element, Meaning.Usual);
        Assert.Equal(context.Truth.Answer(Words.Ask(element, 1)), image);
        Assert.Equal(element, Words.Image(context.Facts, image.Words, Meaning.Inverse).Words);
        Assert.Equal(context.Truth.Answer(Words.Ask(element, 2)), Words.Image(context.Facts, element, Meaning.Square));
    }
}
