using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Oversight.Determinism;

namespace Oversight.Neural.Tests;

public sealed class SafetensorsTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using ParameterVector student = Filled(Layout(), 1);
        using ParameterVector teacher = Filled(Layout(), 2);
        byte[] file = Write([("student.", student), ("teacher.", teacher)]);
        using var first = new ParameterVector(Layout());
        using var second = new ParameterVector(Layout());
        IReadOnlyDictionary<string, string> metadata = Safetensors.Read(new MemoryStream(file), [("teacher.", second), ("student.", first)]);
        Assert.Equal(student.Values.ToArray(), first.Values.ToArray());
        Assert.Equal(teacher.Values.ToArray(), second.Values.ToArray());
        Assert.Equal("7", metadata["step"]);
    }

    [Fact]
    public void Write_ReadFromTheFormatsDescription_HoldsEveryTensor()
    {
        using ParameterVector vector = Filled(Layout(), 1);
        byte[] file = Write([("", vector)]);
        // Eight bytes little-endian: the header's length; the header: JSON from name to dtype, shape and offsets; then the buffer, with no holes.
        long length = BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal((byte)'{', file[8]);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, (int)length));
        int data = 8 + (int)length;
        Assert.Equal(0, data % 8);
        long covered = 0;
        foreach (JsonProperty entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            Assert.Equal("F32", entry.Value.GetProperty("dtype").GetString());
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())];
            int[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32())];
            Parameter parameter = vector.Layout.Parameters.Single(candidate => candidate.Name == entry.Name);
            Assert.Equal([parameter.Rows, parameter.Columns], shape);
            Assert.Equal(4 * shape[0] * shape[1], offsets[1] - offsets[0]);
            covered += offsets[1] - offsets[0];
            for (int i = 0; i < parameter.Length; i++)
                Assert.Equal(vector.Of(parameter)[i], BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(data + offsets[0] + 4 * i)));
        }

        Assert.Equal(file.Length - data, covered);
    }

    [Fact]
    public void Read_FileCutShortAnywhere_ThrowsInvalidData()
    {
        using ParameterVector vector = Filled(Layout(), 1);
        byte[] file = Write([("", vector)]);
        for (int length = 0; length < file.Length; length += length < 16 ? 1 : 7)
            AssertInvalid(file[..length], "Expected");
    }

    [Fact]
    public void Read_AbsurdHeaderLength_ThrowsInvalidData()
    {
        using ParameterVector vector = Filled(Layout(), 1);
        byte[] file = Write([("", vector)]);
        foreach (ulong length in (ulong[])[ulong.MaxValue, 1UL << 63, 1UL << 40, (ulong)file.Length, int.MaxValue])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(file, length);
            AssertInvalid(file, $"{length}");
        }

        BinaryPrimitives.WriteUInt64LittleEndian(file, 0);
        AssertInvalid(file, "JSON");
    }

    [Fact]
    public void Read_TensorMissing_NamesIt()
    {
        var layout = new ParameterLayout();
        layout.Add("other", 2, 3, Initialisers.Zero);
        using ParameterVector vector = Filled(layout, 1);
        AssertInvalid(Write([("", vector)]), "'first'");
    }

    [Fact]
    public void Read_WrongShape_SaysExpectedAndFound()
    {
        var layout = new ParameterLayout();
        layout.Add("first", 3, 2, Initialisers.Zero);
        layout.Add("second", 1, 4, Initialisers.Zero);
        using ParameterVector vector = Filled(layout, 1);
        AssertInvalid(Write([("", vector)]), "[2,3]", "[3,2]");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"first\":3}")]
    [InlineData("{\"first\":{}}")]
    [InlineData("{\"first\":{\"dtype\":\"F64\",\"shape\":[2,3],\"data_offsets\":[0,48]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":3,\"data_offsets\":[0,24]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[\"0\",\"24\"]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0.5,24]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,23]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[-24,0]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[9223372036854775784,9223372036854775807]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[-9223372036854775808,9223372036854775807]}}")]
    [InlineData("{\"first\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[9223372036854775780,9223372036854775804]}}")]
    public void Read_DamagedHeader_ThrowsInvalidData(string header)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] file = new byte[8 + text.Length + 40];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        AssertInvalid(file, "Expected");
    }

    [Theory]
    [InlineData("\"first\":{0},\"first\":{0},\"second\":{1}", 40, "repeated names")]
    [InlineData("\"first\":{0},\"second\":{1},\"third\":{2}", 44, "no tensor 'third'")]
    [InlineData("\"first\":{0},\"second\":{1}", 41, "40 bytes of tensors")]
    [InlineData("\"first\":{0},\"second\":{3}", 40, "shares bytes with another tensor")]
    [InlineData("\"first\":{0},\"second\":{4}", 44, "leaves 4 bytes before it")]
    [InlineData("\"first\":{5},\"second\":{1}", 40, "leaves 16 bytes before it")]
    public void Read_MoreThanTheTensors_ThrowsInvalidData(string entries, int bytes, string expected)
    {
        string[] places = ["[2,3],\"data_offsets\":[0,24]", "[1,4],\"data_offsets\":[24,40]", "[1,1],\"data_offsets\":[40,44]",
            "[1,4],\"data_offsets\":[8,24]", "[1,4],\"data_offsets\":[28,44]", "[2,3],\"data_offsets\":[16,40]"];
        for (int i = 0; i < places.Length; i++)
            entries = entries.Replace($"{{{i}}}", $"{{\"dtype\":\"F32\",\"shape\":{places[i]}}}", StringComparison.Ordinal);
        byte[] text = Encoding.UTF8.GetBytes($"{{{entries}}}");
        byte[] file = new byte[8 + text.Length + bytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        AssertInvalid(file, expected);
    }

    [Fact]
    public void Read_OthersAllowed_ReadsWhatIsAskedFor()
    {
        using ParameterVector student = Filled(Layout(), 1);
        using ParameterVector moments = Filled(Layout(), 2);
        byte[] file = Write([("student.", student), ("first.", moments)]);
        using var read = new ParameterVector(Layout());
        Assert.Throws<InvalidDataException>(() => Safetensors.Read(new MemoryStream(file), [("student.", read)]));
        Safetensors.Read(new MemoryStream(file), [("student.", read)], allowOthers: true);
        Assert.Equal(student.Values.ToArray(), read.Values.ToArray());
    }

    [Fact]
    public void ReadMetadata_WhatWasWritten_IsTheSame()
    {
        using ParameterVector vector = Filled(Layout(), 1);
        IReadOnlyDictionary<string, string> metadata = Safetensors.ReadMetadata(new MemoryStream(Write([("", vector)])));
        Assert.Equal("7", metadata["step"]);
        Assert.Equal("\"ä\"", metadata["quote"]);
    }

    private static void AssertInvalid(byte[] file, params string[] parts)
    {
        using var vector = new ParameterVector(Layout());
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Safetensors.Read(new MemoryStream(file), [("", vector)]));
        foreach (string part in parts)
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Write(IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors)
    {
        using var stream = new MemoryStream();
        Safetensors.Write(stream, vectors, new Dictionary<string, string> { ["step"] = "7", ["quote"] = "\"ä\"" });
        return stream.ToArray();
    }

    private static ParameterLayout Layout()
    {
        var layout = new ParameterLayout();
        layout.Add("first", 2, 3, Initialisers.Normal(1));
        layout.Add("second", 1, 4, Initialisers.Normal(1));
        return layout;
    }

    private static ParameterVector Filled(ParameterLayout layout, long seed)
    {
        var vector = new ParameterVector(layout);
        vector.Initialise(RandomKey.FromSeed(seed));
        return vector;
    }
}
