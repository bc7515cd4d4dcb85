using System.Text.Json.Nodes;
using Oversight.Methods;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Options;

public sealed class OptionsJsonTests
{
    private static readonly TrainingOptions Usual = Presets.Create("permutation-powering", TaskPreset.Paper, BuiltInMethods.Get("amplify-scripted"));

    [Fact]
    public void TryRead_WhatWasWritten_IsTheSame()
    {
        foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
        {
            foreach (LearningMethod method in BuiltInMethods.All.All)
            {
                TrainingOptions options = Presets.Create("wildcard-search", preset, method) with { Seed = long.MinValue };
                JsonObject json = JsonNode.Parse(OptionsJson.Write(options).ToJsonString())!.AsObject();
                Assert.True(BuiltInMethods.Schema.TryRead(json, out TrainingOptions? read, out string? error), error);
                Assert.Equal(options, read);
            }
        }
    }

    [Fact]
    public void Write_Method_InKebabCase() => Assert.Equal("amplify-scripted", (string?)OptionsJson.Write(Usual)["method"]);

    [Fact]
    public void TryRead_UnknownKey_NamesItsPath()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["assistant"]!["depth"] = 3;
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.Contains("'assistant.depth'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ValueOutOfRange_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["batch"]!["contexts"] = 0;
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.Contains("batch.contexts is '0'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"64\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[64]")]
    public void TryRead_ValueOfAnotherKind_OneLine(string value)
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["assistant"]!["width"] = JsonNode.Parse(value);
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void TryRead_GroupIsANumber_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["assistant"] = 3;
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.Contains("assistant must be a group", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_SomethingMissing_HasItsUsualValue()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json.Remove("replay");
        Assert.True(BuiltInMethods.Schema.TryRead(json, out TrainingOptions? read, out _));
        Assert.Equal(new ReplayOptions(), read.Replay);
    }

    [Fact]
    public void TryRead_TaskMissing_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json.Remove("task");
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.Contains("task", error, StringComparison.Ordinal);
    }

    /// <summary>Until methods brought their options with them, files had those of all methods.</summary>
    [Fact]
    public void TryRead_GroupsOfOtherMethods_ArePassedOver()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["expert"] = new JsonObject { ["search"] = "decomposed", ["sheet"] = 3 };
        json["weak"] = new JsonObject { ["width"] = 16 };
        Assert.True(BuiltInMethods.Schema.TryRead(json, out TrainingOptions? options, out string? error), error);
        Assert.Equal(Usual, options);
    }

    [Theory]
    [InlineData("expert", "sheet", "many", "expert.sheet")]
    [InlineData("expert", "sheets", "3", "expert.sheet")]
    [InlineData("exprt", "sheet", "3", "exprt")]
    public void TryRead_WrongInAGroupOfAnotherMethod_IsRefusedByName(string group, string name, string value, string named)
    {
        JsonObject json = OptionsJson.Write(Usual);
        json[group] = new JsonObject { [name] = value };
        Assert.False(BuiltInMethods.Schema.TryRead(json, out _, out string? error));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }
}
