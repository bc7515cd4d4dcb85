using System.Text;
using Oversight.Conformance;
using Oversight.Core;
using Oversight.Methods;
using Oversight.Neural;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

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
        Assert.False(ConfigFileReader.TryParse(Encoding.UTF8.GetBytes(text), BuiltInMethods.Schema, out TrainingOptions? options, out string? error));
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
        Assert.False(ConfigFileReader.TryRead(path, BuiltInMethods.Schema, out _, out string? error));
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

    [Theory]
    [InlineData("\"amplified\":{\"accuracy\":1,\"byClass\":{\"a\":1}}", "\"amplified\":{\"accuracy\":1,\"byClass\":{\"b\":1}}", "different classes")]
    [InlineData("\"step\":1", "\"step\":1e18", "\"step\" is 1E+18; allowed is a number from 0 to 2147483647")]
    [InlineData("\"accuracy\":1", "\"accuracy\":-1", "\"accuracy\" is -1; allowed is a number from 0 to 1")]
    [InlineData("\"labels\":0", "\"labels\":0,\"labels\":1", "uplicate")]
    public void Parse_MetricsSpoilt_SaysWhatIsWrong(string good, string spoilt, string expected)
    {
        const string Line = "{\"step\":1,\"student\":{\"accuracy\":1},\"teacher\":{\"accuracy\":1,\"byClass\":{\"a\":1}},"
            + "\"amplified\":{\"accuracy\":1,\"byClass\":{\"a\":1}},\"openClasses\":1,\"humanQueries\":0,\"humanDecisions\":0,\"labels\":0,\"seconds\":1}";
        Assert.Equal(1, RecordedStep.Parse(Line).Step);
        Exception exception = Assert.ThrowsAny<Exception>(() => RecordedStep.Parse(Line.Replace(good, spoilt, StringComparison.Ordinal)));
        Assert.True(RecordedRun.IsReadError(exception));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-320)]
    [InlineData(1e308)]
    [InlineData(double.PositiveInfinity)]
    public void Axes_FiguresBeyondMeasure_StillDrawn(double odd)
    {
        foreach (Axis axis in (Axis[])[Axis.Linear([odd, 1]), Axis.Linear([odd]), Axis.Logarithmic([odd, 1]), Axis.Logarithmic([odd])])
        {
            Assert.InRange(axis.Ticks.Length, 1, 40);
            Assert.InRange(axis.At(odd), 0, 1);
        }
    }

    [Fact]
    public void Read_FixtureLineWithoutEnd_RefusedBeforeItFillsTheMemory()
    {
        using var endless = new StreamReader(new MemoryStream(Enumerable.Repeat((byte)' ', 3 * FixtureReader.LongestLine).ToArray()));
        FixtureFormatException exception = Assert.Throws<FixtureFormatException>(() => FixtureReader.Read(endless, "file").Count());
        Assert.Equal($"file line 1: the line is longer than {FixtureReader.LongestLine} characters", exception.Message);
    }
}
