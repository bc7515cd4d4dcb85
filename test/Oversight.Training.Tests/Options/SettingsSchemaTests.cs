using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Options;

public sealed class SettingsSchemaTests
{
    private static readonly TrainingOptions Usual = Presets.Create("permutation-powering", TaskPreset.Small, BuiltInMethods.Get("amplify"));

    [Fact]
    public void Settings_All_DescribedAndWithinWhatIsAllowed()
    {
        Assert.NotEmpty(BuiltInMethods.Schema.Settings);
        foreach (Setting setting in BuiltInMethods.Schema.Settings)
        {
            Assert.NotEqual("", setting.Description);
            Assert.True(BuiltInMethods.Schema.TryApply(Usual, [$"{setting.Path}={setting.Default}"], out _, out string? error), error);
        }
    }

    [Fact]
    public void TryApply_Values_OnlyTheseChange()
    {
        string[] assignments = ["assistant.width=32", "amplify.abstainBelow=0.25", "amplify.sample=true", "overseer.errorKind=deterministic"];
        Assert.True(BuiltInMethods.Schema.TryApply(Usual, assignments, out TrainingOptions? changed, out _));
        Assert.Equal(32, changed.Assistant.Width);
        Assert.Equal(
            Usual,
            changed with
            {
                Assistant = changed.Assistant with { Width = Usual.Assistant.Width },
                Amplify = changed.Amplify with { AbstainBelow = Usual.Amplify.AbstainBelow, Sample = Usual.Amplify.Sample },
                Overseer = changed.Overseer with { ErrorKind = Usual.Overseer.ErrorKind },
            });
    }

    [Theory]
    [InlineData("assistant.Width=32", "did you mean 'assistant.width'?")]
    [InlineData("nonsense=1", "there is no setting 'nonsense'; 'oversight settings' lists them all")]
    [InlineData("assistant=1", "there is no setting 'assistant'")]
    [InlineData("assistant.width=64.5", "allowed is a whole number from 8 to 4,096")]
    [InlineData("assistant.width=", "assistant.width is ''")]
    [InlineData("assistant.width=99999999999999999999", "from 8 to 4,096")]
    [InlineData("assistant.rate=1e99", "allowed is a number from 0 to 1")]
    [InlineData("assistant.rate=-0.001", "allowed is a number from 0 to 1")]
    [InlineData("assistant.prior=yes", "allowed is true or false")]
    [InlineData("assistant.network=Lookup", "did you mean lookup?")]
    [InlineData("minutes=3", "--minutes 3")]
    [InlineData("task=graph", "oversight train <task>")]
    [InlineData("recipe=", "there is no recipe ''")]
    public void TryApply_BadAssignment_OneLineThatSaysWhatIsAllowed(string assignment, string expected)
    {
        Assert.False(BuiltInMethods.Schema.TryApply(Usual, [assignment], out TrainingOptions? changed, out string? error));
        Assert.Null(changed);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void TryApply_PublishedWidthNoMultipleOfHeads_Refused()
    {
        string[] assignments = ["assistant.network=published", "assistant.width=60"];
        Assert.False(BuiltInMethods.Schema.TryApply(Usual, assignments, out _, out string? error));
        Assert.Contains("multiple of assistant.heads", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryApply_RecipeAfterASetting_SettingStands()
    {
        Assert.True(BuiltInMethods.Schema.TryApply(Usual, ["teacher.horizon=7", "recipe=faithful"], out TrainingOptions? changed, out _));
        Assert.Equal(7, changed.Teacher.Horizon);
        Assert.Equal(0, changed.Amplify.AbstainBelow);
        Assert.True(changed.Amplify.Sample);
        Assert.True(changed.Curriculum.Grow);
        Assert.Equal(50, changed.Replay.Batches);
    }

    [Fact]
    public void TryApply_EveryRecipe_Fits()
    {
        foreach (string name in Recipes.ByName.Keys)
            Assert.True(BuiltInMethods.Schema.TryApply(Usual, [$"recipe={name}"], out _, out string? error), error);
    }

    [Fact]
    public void TrySet_CommandOptions_CheckedLikeSettings()
    {
        Assert.True(BuiltInMethods.Schema.TrySet(Usual, "seed", "-5", out TrainingOptions? changed, out _));
        Assert.Equal(-5, changed.Seed);
        Assert.False(BuiltInMethods.Schema.TrySet(Usual, "steps", "1e3", out _, out string? error));
        Assert.Equal("steps is '1e3'; allowed is a whole number from 1 to 2,147,483,647", error);
    }

    [Fact]
    public void ValueOf_Preset_ShowsItsNumber() =>
        Assert.Equal("32", SettingsSchema.ValueOf(Usual, BuiltInMethods.Schema.Settings.Single(setting => setting.Path == "batch.questions")).ToString());
}
