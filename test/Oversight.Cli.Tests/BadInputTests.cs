namespace Oversight.Cli.Tests;

public sealed class BadInputTests
{
    private const string Train = "train permutation-powering ";

    [Theory]
    [InlineData("train permutation-power", "did you mean 'permutation-powering'?")]
    [InlineData(Train + "--preset smal", "did you mean 'small'?")]
    [InlineData(Train + "--method supervized", "did you mean 'supervised'?")]
    [InlineData(Train + "--set assistant.widht=64", "did you mean 'assistant.width'?")]
    [InlineData(Train + "--set width=64", "did you mean 'assistant.width'?")]
    [InlineData(Train + "--set assistant.width=3", "a whole number from 8 to 4,096")]
    [InlineData(Train + "--set assistant.network=lokup", "lookup or published")]
    [InlineData(Train + "--set assistant.width", "name=value")]
    [InlineData(Train + "--set humanModel.width=65 humanModel.heads=2", "multiple of humanModel.heads")]
    [InlineData(Train + "--set assistant.enough=0.5 amplify.abstainBelow=0.5", "must be below assistant.enough")]
    [InlineData(Train + "--set recipe=fathful", "did you mean 'faithful'?")]
    [InlineData(Train + "--set seed=2", "--seed 2")]
    [InlineData(Train + "--steps 0", "from 1 to")]
    [InlineData(Train + "--until NaN", "from 0 to 1")]
    [InlineData(Train + "--until 1.01", "a number from 0 to 1, or never")]
    [InlineData(Train + "--until 2", "a number from 0 to 1, or never")]
    [InlineData("compare permutation-powering --until 1.5", "a number from 0 to 1, or never")]
    [InlineData(Train + "--set widht=64", "did you mean 'assistant.width'?")]
    [InlineData("settings assistent", "did you mean 'assistant'?")]
    [InlineData("settings assistant.widht", "did you mean 'assistant.width'?")]
    [InlineData("settings --method debat", "did you mean 'debate'?")]
    [InlineData("settings --task shortest-pat", "did you mean 'shortest-path'?")]
    [InlineData("settings --method debate --task sat-counting", "cannot be debated")]
    [InlineData("settings --method supervised human", "supervised reads nothing of 'human'")]
    [InlineData("settings until", "--until")]
    [InlineData("compare permutation-powering --seeds 1-5,x", "'x'; allowed is numbers and ranges with commas between, for example 1-5,8")]
    [InlineData("compare permutation-powering --seeds ,", "for example 1-5,8")]
    [InlineData("compare permutation-powering --seeds 1-1000000000", "more than 1000 seeds")]
    [InlineData("compare permutation-powering --seeds 99999999999999999999", "for example 1-5,8")]
    [InlineData("reward-modelling --seeds 5-1", "1-5")]
    [InlineData("debate --seeds 1;2", "for example 1-5,8")]
    [InlineData(Train + "--minutes -1", "from 0 to")]
    [InlineData(Train + "--threads 0", "from 1 to 1024")]
    [InlineData(Train + "--method debate", "cannot be debated")]
    [InlineData("train wildcard-search --method debate --set recipe=faithful", "curriculum.grow")]
    [InlineData(Train + "--sede 2", "did you mean '--seed'?")]
    [InlineData("bench --only x-lokup", "did you mean 'x-lookup'?")]
    [InlineData("bench --threads 0", "from 1 to 1024")]
    [InlineData("trian permutation-powering", "did you mean 'train'?")]
    [InlineData("train", "'task'")]
    [InlineData("eval nowhere", "there is no folder 'nowhere'")]
    [InlineData("eval .", "is not a run folder")]
    [InlineData("ask . sigma^2(1)", "is not a run folder")]
    [InlineData("tasks show nothing", "there is no task 'nothing'")]
    public void Program_BadInput_OneLineCode2NothingWritten(string arguments, string expected)
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.True(folder.IsEmpty);
    }

    [Fact]
    public void Train_FolderNotEmpty_RefusedAndUntouched()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("precious.txt"), "mine");
        ProgramRun run = ProgramRun.Of(folder.Path, "train", "permutation-powering", "--out", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not empty", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Fact]
    public void Train_FolderCannotBeWritten_Refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("file"), "mine");
        ProgramRun run = ProgramRun.Of(folder.Path, "train", "permutation-powering", "--out", Path.Combine("file", "run"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot write to the folder", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }
}
