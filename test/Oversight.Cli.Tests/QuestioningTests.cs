using System.Text.Json;
using Oversight.Methods;

namespace Oversight.Cli.Tests;

public sealed class QuestioningTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    [Fact]
    public void Ask_Question_ShowsXBesideTheTree()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", "sigma^5(1)");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("X alone", run.Output, StringComparison.Ordinal);
        Assert.Contains("Amplify^H(X)", run.Output, StringComparison.Ordinal);
        Assert.Contains("sigma^2(1) =", run.Output, StringComparison.Ordinal);
        Assert.Contains("sigma(3) =", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("right", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_Truth_SaysWhatIsRight()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", "sigma^2(1)", "--truth");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("from the facts  right", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_HumanModel_TakesTheQuestionApart()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", "sigma^5(1)", "--human-model");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Amplify^H'(X)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("H, from:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_HumanModelAndDepth_OneLine()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", "sigma^5(1)", "--human-model", "--depth", "2");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("leave one of them out", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("best")]
    [InlineData("last")]
    public void Eval_Weights_AreMeasured(string weights)
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "eval", "run", "--contexts", "4", "--weights", weights);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("overall", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_OtherWeights_OneLine()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "eval", "run", "--weights", "worst");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("best", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_OtherContextSeed_OtherFacts()
    {
        string FactsOf(string seed) => ProgramRun.Of(trained.Path, "ask", "run", "sigma^5(1)", "--context-seed", seed).Output.Split('\n')[1];
        Assert.Contains((string[])["2", "3", "4"], seed => FactsOf(seed) != FactsOf("1"));
    }

    [Fact]
    public void Ask_NotAQuestion_GrammarWithExample()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", "what is love");
        Assert.Equal(2, run.ExitCode);
        string line = Assert.Single(run.ErrorLines);
        Assert.Contains("sigma^N(X)", line, StringComparison.Ordinal);
        Assert.Contains("for example sigma^", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_AsTheFactsPrintIt_IsAnswered()
    {
        foreach (string question in (string[])["sigma(3)", "sigma(3) = 1"])
        {
            ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", question);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Contains("sigma^1(3) is", run.Output, StringComparison.Ordinal);
            Assert.Contains("X alone (its teacher)", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sigma^5(99)", "'99' is none of the elements, which are 0 to 3")]
    [InlineData("sigma^123456789(1)", "'123456789' is none of the exponents, which are 0 to 7")]
    public void Ask_OutOfRange_IsToldTheRange(string question, string expected)
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "ask", "run", question);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Report_SaysWhoIsMeant()
    {
        Assert.Contains("X's teacher answers ", trained.Run.Text, StringComparison.Ordinal);
        Assert.Contains("; the student ", trained.Run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("X answers ", trained.Run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_Run_IntervalsForEveryClass()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "eval", "run", "--contexts", "12");
        Assert.True(run.ExitCode == 0, run.Error);
        foreach (string expected in (string[])["bits 2", "bits 3", "overall", "95 %", "student", "teacher", "Amplify^H'(X)"])
            Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_Seen_OtherContextsAndSaysSo()
    {
        using JsonDocument heldOut = Evaluated(), seen = Evaluated("--seen");
        Assert.True(heldOut.RootElement.GetProperty("heldOut").GetBoolean());
        Assert.False(seen.RootElement.GetProperty("heldOut").GetBoolean());
        Assert.NotEqual(heldOut.RootElement.GetProperty("byDepth").ToString(), seen.RootElement.GetProperty("byDepth").ToString());
        ProgramRun table = ProgramRun.Of(trained.Path, "eval", "run", "--contexts", "12", "--seen");
        Assert.Contains("contexts that training draws from", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("held-out", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_Json_SharesWithinTheirIntervals()
    {
        using JsonDocument json = Evaluated("--seed", "5");
        foreach (JsonProperty who in json.RootElement.GetProperty("accuracy").EnumerateObject())
        {
            double share = who.Value.GetProperty("share").GetDouble();
            Assert.InRange(share, who.Value.GetProperty("low").GetDouble(), who.Value.GetProperty("high").GetDouble());
        }
    }

    [Fact]
    public void Eval_WeightsCutShort_OneLineCode2()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("checkpoints"));
        File.Copy(trained.In("run", "config.json"), folder.In("config.json"));
        File.Copy(trained.In("run", "result.json"), folder.In("result.json"));
        byte[] weights = File.ReadAllBytes(trained.In("run", "checkpoints", "final.safetensors"));
        File.WriteAllBytes(folder.In("checkpoints", "final.safetensors"), weights[..(weights.Length / 2)]);
        ProgramRun run = ProgramRun.Of(folder.Path, "eval", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be loaded", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_List_EveryTaskWithItsPresets()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "tasks");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(Tasks.TaskCatalog.Variants, variant => Assert.Contains(variant.Name, run.Output, StringComparison.Ordinal));
        Assert.Contains("tiny", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TasksShow_EveryTask_DecomposesDownToTheFacts()
    {
        foreach (Tasks.TaskVariant variant in Tasks.TaskCatalog.Variants)
        {
            ProgramRun run = ProgramRun.Of(trained.Path, "tasks", "show", variant.Name, "--preset", "tiny");
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Contains("from the facts", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Settings_List_NamesWhatSetTakes()
    {
        ProgramRun run = ProgramRun.Of(trained.Path, "settings");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(BuiltInMethods.Schema.Settings, setting => Assert.Contains(setting.Path, run.Output, StringComparison.Ordinal));
    }

    private JsonDocument Evaluated(params string[] options)
    {
        ProgramRun run = ProgramRun.Of(trained.Path, ["eval", "run", "--contexts", "12", "--json", .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output);
    }
}
