using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Comparisons;

public sealed class PlannedRunTests
{
    [Fact]
    public void State_NoFolder_New()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(PlannedRunState.New, new PlannedRun(folder.In("a"), "", WrittenRun.Options()).State(BuiltInMethods.Schema, out _));
    }

    [Theory]
    [InlineData(true, PlannedRunState.Finished)]
    [InlineData(false, PlannedRunState.Unfinished)]
    public void State_SameOptions_ByItsResult(bool finished, PlannedRunState expected)
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9, finished);
        Assert.Equal(expected, new PlannedRun(folder.In("a"), "", WrittenRun.Options()).State(BuiltInMethods.Schema, out _));
    }

    [Fact]
    public void State_OtherOptions_BlockedAndSaysWhichDiffers()
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9);
        TrainingOptions other = WrittenRun.Options() with { Steps = 7 };
        Assert.Equal(PlannedRunState.Blocked, new PlannedRun(folder.In("a"), "", other).State(BuiltInMethods.Schema, out string? error));
        Assert.Contains("steps is 20000 there, 7 here", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no prior: assistant.prior=false", "no prior", "no-prior", 1)]
    [InlineData("e .01: overseer.error=0.01 overseer.errorKind=random", "e .01", "e-01", 2)]
    [InlineData("plain:", "plain", "plain", 0)]
    public void Variant_Text_NameSlugAndSettings(string text, string name, string slug, int settings)
    {
        Assert.True(Variant.TryParse(text, out Variant? variant, out string? error), error);
        Assert.Equal((name, slug, settings), (variant.Name, variant.Slug, variant.Settings.Length));
    }

    [Theory]
    [InlineData("assistant.prior=false")]
    [InlineData(": assistant.prior=false")]
    public void Variant_NoName_OneLine(string text)
    {
        Assert.False(Variant.TryParse(text, out _, out string? error));
        Assert.Contains("allowed is a name, a colon and settings", error, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatCommand_ChangedOptions_NamedAndNothingElse()
    {
        TrainingOptions options = WrittenRun.Options(seed: 4) with { Steps = 7, Amplify = new AmplifyOptions { Sample = true } };
        Assert.Equal(
            "train permutation-powering --preset tiny --method amplify --seed 4 --steps 7 --set amplify.sample=true", RepeatCommand.Of(options));
    }
}
