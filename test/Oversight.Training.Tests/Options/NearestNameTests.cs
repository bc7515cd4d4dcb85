using Oversight.Runs.Settings;

namespace Oversight.Training.Tests.Options;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["assistant.width", "assistant.layers", "humanModel.width", "teacher.horizon"];

    [Theory]
    [InlineData("assistant.widht", "assistant.width")]
    [InlineData("Assistant.Width", "assistant.width")]
    [InlineData("asistant.layer", "assistant.layers")]
    [InlineData("horizon", "teacher.horizon")]
    [InlineData("humanmodelwidth", "humanModel.width")]
    public void Of_Mistyped_FindsIt(string given, string expected) => Assert.Equal(expected, NearestName.Of(given, Names));

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("something else altogether")]
    public void Of_NothingNear_Null(string given) => Assert.Null(NearestName.Of(given, Names));
}
