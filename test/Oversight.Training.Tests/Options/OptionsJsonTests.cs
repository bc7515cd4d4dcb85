using System.Text.Json.Nodes;
using Oversight.Tasks;
using Oversight.Training.Options;

namespace Oversight.Training.Tests.Options;

public sealed class OptionsJsonTests
{
    private static readonly TrainingOptions Usual = Presets.Create("permutation-powering", TaskPreset.Paper, TrainingMethod.AmplifyScripted);

    [Fact]
    public void TryRead_WhatWasWritten_IsTheSame()
    {
        foreach (TaskPreset preset in Enum.GetValues<TaskPreset>())
        {
            foreach (TrainingMethod method in Enum.GetValues<TrainingMethod>())
            {
                TrainingOptions options = Presets.Create("wildcard-search", preset, method) with { Seed = long.MinValue };
                JsonObject json = JsonNode.Parse(OptionsJson.Write(options).ToJsonString())!.AsObject();
                Assert.True(OptionsJson.TryRead(json, out TrainingOptions? read, out string? error), error);
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
        Assert.False(OptionsJson.TryRead(json, out _, out string? error));
        Assert.Contains("'assistant.depth'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ValueOutOfRange_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["batch"]!["contexts"] = 0;
        Assert.False(OptionsJson.TryRead(json, out _, out string? error));
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
        Assert.False(OptionsJson.TryRead(json, out _, out string? error));
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void TryRead_GroupIsANumber_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json["assistant"] = 3;
        Assert.False(OptionsJson.TryRead(json, out _, out string? error));
        Assert.Contains("assistant must be a group", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_SomethingMissing_HasItsUsualValue()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json.Remove("replay");
        Assert.True(OptionsJson.TryRead(json, out TrainingOptions? read, out _));
        Assert.Equal(new ReplayOptions(), read.Replay);
    }

    [Fact]
    public void TryRead_TaskMissing_Refused()
    {
        JsonObject json = OptionsJson.Write(Usual);
        json.Remove("task");
        Assert.False(OptionsJson.TryRead(json, out _, out string? error));
        Assert.Contains("task", error, StringComparison.Ordinal);
    }
}
