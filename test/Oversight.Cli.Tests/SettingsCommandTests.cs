using System.Text.Json;
using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Cli.Tests;

public sealed class SettingsCommandTests
{
    [Theory]
    [InlineData("assistant", "shortest-path", TaskPreset.Small, "amplify")]
    [InlineData("human batch", "wildcard-search", TaskPreset.Tiny, "self-amplification")]
    [InlineData("assistant.width", "sat-counting", TaskPreset.Paper, "supervised")]
    public void Settings_Narrowed_NamesAndValuesOfThatPreset(string names, string task, TaskPreset preset, string method)
    {
        string[] chosen = names.Split(' ');
        JsonElement root = Settings([.. chosen, "--task", task, "--preset", Setting.Format(preset), "--method", method]);
        TrainingOptions options = Presets.Create(task, preset, BuiltInMethods.Get(method));
        string[] expected =
        [
            .. chosen.SelectMany(name => BuiltInMethods.Schema.Settings.Where(setting => setting.Path == name || setting.Path.Split('.')[0] == name))
                .Select(setting => $"{setting.Path}={SettingsSchema.ValueOf(options, setting)}"),
        ];
        Assert.Equal(
            expected,
            root.GetProperty("settings").EnumerateArray()
                .Select(setting => $"{setting.GetProperty("name").GetString()}={setting.GetProperty("value").GetRawText().Trim('"')}"));
    }

    [Theory]
    [InlineData("debate", "debate", "expert")]
    [InlineData("supervised", "assistant", "human")]
    [InlineData("weak-to-strong", "weak", "humanModel")]
    public void Settings_Method_OnlyWhatItReads(string method, string read, string unread)
    {
        JsonElement root = Settings("--method", method);
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
