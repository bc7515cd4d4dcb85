using System.Text;
using Oversight.Core;
using Oversight.Neural;
using Oversight.Tasks;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training.Tests.Fuzzing;

/// <summary>Inputs that once did harm, or were found by reading the readers with the fuzzer's eyes.</summary>
public sealed class FoundInputTests
{
    [Theory]
    [InlineData("sigma^٣(1)")]
    [InlineData("sigma^3(１)")]
    [InlineData("sigma^3(1")]
    [InlineData("")]
    public void TryParse_DigitsOfOtherScripts_NoQuestion(string text)
    {
        foreach (TaskVariant variant in TaskCatalog.Variants)
            Assert.False(TaskCatalog.Create(variant.Name, TaskPreset.Paper).TryParse(text, out Symbols _));
    }

    [Theory]
    [InlineData("iterate_c٣_l1_k3")]
    [InlineData("graph_c٣_l2")]
    [InlineData("sat_v٣_l2")]
    public void Create_DigitsOfOtherScripts_NoConfiguration(string name) => Assert.Throws<ArgumentException>(() => TaskCatalog.Create(name));

    [Fact]
    public void TryParse_EndlessText_NoQuestion() =>
        Assert.False(TaskCatalog.Create("graph_c8_l2").TryParse($"distance({new string(',', 10_000_000)})", out _));

    [Theory]
    [InlineData("\"seed\":1,\"seed\":2", "uplicate")]
    [InlineData("\"seed\":1,\"task\":\"\\ud800\"", "config")]
    [InlineData("\"\\ud800\":1", "config")]
    [InlineData("\"task\":\"nothing\"", "task is 'nothing'; allowed is ")]
    [InlineData("\"preset\":\"1\"", "preset is '1'; allowed is tiny or small or paper")]
    [InlineData("\"seed\":\"1\"", "seed is \"1\"; allowed is a whole number")]
    [InlineData("\"task\":5", "task is 5; allowed is a name")]
    [InlineData("\"curriculum\":{\"grow\":1}", "curriculum.grow is 1; allowed is true or false")]
    [InlineData("\"assistant\":{\"heads\":null}", "assistant.heads is null; allowed is a whole number from")]
    [InlineData("\"steps\":9999999999", "steps is '9999999999'; allowed is a whole number from 1 to")]
    public void TryParse_ConfigSpoilt_OneLineThatSaysWhere(string changed, string expected)
    {
        string name = changed.Split(':')[0].Trim('"');
        string others = name switch { "task" => "\"preset\":\"tiny\",", "preset" => "\"task\":\"permutation-powering\",", _ => "\"task\":\"permutation-powering\",\"preset\":\"tiny\"," };
        string text = $"{{\"format\":\"oversight run 1\",\"options\":{{{others}{changed}}}}}";
        Assert.False(ConfigFileReader.TryParse(Encoding.UTF8.GetBytes(text), out TrainingOptions? options, out string? error));
        Assert.Null(options);
        Assert.DoesNotContain('\n', error);
        if (expected is not ("config" or "uplicate"))
            Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ConfigTooLarge_RefusedUnread()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, new string(' ', (int)ConfigFileReader.LargestFile + 1));
        Assert.False(ConfigFileReader.TryRead(path, out _, out string? error));
        Assert.Contains("at most 262144 are allowed", error, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Theory]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"__metadata__\":{\"a\":\"\\ud800\"},\"w\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}")]
    [InlineData("{\"w\":{\"dtype\":\"\\ud800\",\"shape\":[1,1],\"data_offsets\":[0,4]}}")]
    public void Read_SafetensorsNameIsNoText_InvalidData(string header)
    {
        var layout = new ParameterLayout();
        layout.Add("w", 1, 1, Initialisers.One);
        using var vector = new ParameterVector(layout);
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] file = [.. BitConverter.GetBytes((ulong)text.Length), .. text, 0, 0, 0, 0];
        Assert.Throws<InvalidDataException>(() => Safetensors.Read(new MemoryStream(file), [("", vector)]));
    }
}
