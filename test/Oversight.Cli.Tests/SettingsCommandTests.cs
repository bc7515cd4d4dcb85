using System.Text.Json;
using Oversight.Tasks;
using Oversight.Training.Options;

namespace Oversight.Cli.Tests;

public sealed class SettingsCommandTests
{
    [Theory]
    [InlineData("assistant", "shortest-path", TaskPreset.Small, TrainingMethod.Amplify)]
    [InlineData("human batch", "wildcard-search", TaskPreset.Tiny, TrainingMethod.SelfAmplification)]
    [InlineData("assistant.width", "sat-counting", TaskPreset.Paper, TrainingMethod.Supervised)]
    public void Settings_Narrowed_NamesAndValuesOfThatPreset(string names, string task, TaskPreset preset, TrainingMethod method)
    {
        string[] chosen = names.Split(' ');
        JsonElement root = Settings([.. chosen, "--task", task, "--preset", Setting.Format(preset), "--method", Setting.Format(method)]);
        TrainingOptions options = Presets.Create(task, preset, method);
        string[] expected =
        [
            .. chosen.SelectMany(name => SettingsSchema.Settings.Where(setting => setting.Path == name || setting.Path.Split('.')[0] == name))
                .Select(setting => $"{setting.Path}={SettingsSchema.ValueOf(options, setting)}"),
        ];
        Assert.Equal(
            expected,
            root.GetProperty("settings").EnumerateArray()
                .Select(setting => $"{setting.GetProperty("name").GetString()}={setting.GetProperty("value").GetRawText().Trim('"')}"));
    }

    [Theory]
    [InlineData(TrainingMethod.Debate, "debate", "expert")]
    [InlineData(TrainingMethod.Supervised, "assistant", "human")]
    [InlineData(TrainingMethod.WeakToStrong, "weak", "humanModel")]
    public void Settings_Method_OnlyWhatItReads(TrainingMethod method, string read, string unread)
    {
        JsonElement root = Settings("--method", Setting.Format(method));
        IEnumerable<string> names = root.GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("name").GetString()!);
        string[] groups = [.. names.Select(name => name.Split('.')[0]).Distinct()];
        Assert.Contains(read, groups);
        Assert.DoesNotContain(unread, groups);
    }

    [Fact]
    public void Settings_Method_SaysWhatNarrows()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, "settings", "--method", "debate");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("those that debate reads", run.Output, StringComparison.Ordinal);
        Assert.Contains("shortest-path · paper · debate", run.Output, StringComparison.Ordinal);
    }

    private static JsonElement Settings(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, ["settings", .. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonOutputTests.OneObject(run);
    }
}
