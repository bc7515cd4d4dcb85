using Oversight.Methods;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Runs;

public sealed class RunFolderTests
{
    private static readonly TrainingOptions Options = Presets.Create("permutation-powering", TaskPreset.Tiny, BuiltInMethods.Get("amplify")) with { Seed = 7 };

    [Fact]
    public void TryCreate_NewFolder_OptionsCanBeReadBack()
    {
        using var temporary = new TemporaryFolder();
        string path = temporary.In("deep", "run");
        Assert.True(RunFolder.TryCreate(path, BuiltInMethods.Schema, Options, "1.2.3", out RunFolder? made, out string? error), error);
        Assert.Equal(Path.GetFullPath(path), made.FullPath);
        Assert.True(RunFolder.TryOpen(path, BuiltInMethods.Schema, out RunFolder? opened, out TrainingOptions? options, out error), error);
        Assert.Equal(made.FullPath, opened.FullPath);
        Assert.Equal(Options, options);
        Assert.Contains("\"version\": \"1.2.3\"", File.ReadAllText(made.ConfigFile), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void TryCreate_EmptyFolder_Taken()
    {
        using var temporary = new TemporaryFolder();
        Assert.True(RunFolder.TryCreate(temporary.Path, BuiltInMethods.Schema, Options, "1", out _, out string? error), error);
    }

    [Fact]
    public void TryCreate_FolderNotEmpty_RefusedAndUntouched()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("mine"), "");
        Assert.False(RunFolder.TryCreate(temporary.Path, BuiltInMethods.Schema, Options, "1", out RunFolder? made, out string? error));
        Assert.Null(made);
        Assert.Contains("is not empty", error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/run")]
    [InlineData("")]
    [InlineData("bad\0name")]
    public void TryCreate_CannotBe_RefusedWithoutATrace(string name)
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("file"), "mine");
        string path = name.Length == 0 ? name : temporary.Path + "/" + name;
        Assert.False(RunFolder.TryCreate(path, BuiltInMethods.Schema, Options, "1", out _, out string? error));
        Assert.DoesNotContain('\n', error);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(temporary.Path))));
    }

    [Fact]
    public void FreePath_Taken_CountsOn()
    {
        using var temporary = new TemporaryFolder();
        string first = RunFolder.FreePath(temporary.Path, Options);
        Assert.Equal(temporary.In("permutation-powering-tiny-amplify-7"), first);
        Directory.CreateDirectory(first);
        Directory.CreateDirectory(first + "-2");
        Assert.Equal(first + "-3", RunFolder.FreePath(temporary.Path, Options));
    }

    [Fact]
    public void FreePath_TaskWithAColon_NamesAFolderThatWindowsAllows()
    {
        using var temporary = new TemporaryFolder();
        string path = RunFolder.FreePath(temporary.Path, Options with { Task = "wildcard-search:mod8" });
        Assert.Equal(temporary.In("wildcard-search-mod8-tiny-amplify-7"), path);
    }

    [Theory]
    [InlineData("{", "config.json")]
    [InlineData("[]", "does not say \"format\"")]
    [InlineData("{\"format\": \"oversight run 99\"}", "does not say \"format\"")]
    [InlineData("{\"format\": \"oversight run 1\"}", "has no \"options\"")]
    [InlineData("{\"format\": \"oversight run 1\", \"options\": {\"task\": \"t\", \"preset\": \"tiny\", \"widht\": 3}}", "'widht'")]
    public void TryOpen_ConfigSpoilt_OneLine(string config, string expected)
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("config.json"), config);
        Assert.False(RunFolder.TryOpen(temporary.Path, BuiltInMethods.Schema, out _, out _, out string? error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void TryOpen_TrainedRunNotEnded_SaysSo()
    {
        using var temporary = new TemporaryFolder();
        Assert.True(RunFolder.TryCreate(temporary.Path, BuiltInMethods.Schema, Options, "1", out _, out _));
        Assert.False(TrainedRun.TryOpen(temporary.Path, BuiltInMethods.Schema, best: false, out _, out string? error));
        Assert.Contains("has neither ended nor written a checkpoint", error, StringComparison.Ordinal);
    }
}
