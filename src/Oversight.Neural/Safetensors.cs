using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Oversight.Neural;

/// <summary>
/// Reads and writes weights in the safetensors format: eight bytes of header length, a JSON header with type, shape and place of every
/// tensor, then the numbers, little-endian. Other tools can read what is written here.
/// </summary>
public static class Safetensors
{
    private const int MaxHeaderLength = 4 << 20;
    private const int LongestName = 100;
    private const string MetadataName = "__metadata__";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Writes every parameter of a vector as 32-bit floats.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="vectors">Vectors with the prefix of their tensors' names; the prefix may be empty.</param>
    /// <param name="metadata">Free text by name; may be empty.</param>
    public static void Write(
        Stream stream, IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors, IReadOnlyDictionary<string, string> metadata)
    {
        byte[] header = Header(vectors, metadata);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach ((_, ParameterVector vector) in vectors)
            stream.Write(MemoryMarshal.AsBytes(vector.Values));
    }

    /// <summary>
    /// Reads the tensors of given vectors; each must be there with the right shape, and the file must hold nothing that is not a tensor's: the tensors' ranges follow one another
    /// without gap or overlap up to the file's last byte, as the format asks.
    /// </summary>
    /// <param name="stream">Where from; must be able to seek.</param>
    /// <param name="vectors">Filled; prefixes as when written.</param>
    /// <param name="allowOthers">Whether the file may hold other tensors beside those asked for.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is not a safetensors file, is cut short, or does not hold what is asked for; the message says what was expected and found.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Read(
        Stream stream, IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors, bool allowOthers = false) =>
        WithHeader(stream, (header, dataStart) =>
        {
            foreach ((string prefix, ParameterVector vector) in vectors)
            {
                foreach (Parameter parameter in vector.Layout.Parameters)
                    ReadTensor(stream, header, dataStart, prefix + parameter.Name, parameter, vector.Of(parameter));
            }

            CheckRanges(header, stream.Length - dataStart, allowOthers ? null : NamesOf(vectors));
            return Metadata(header);
        });

    /// <summary>Reads what a file says of itself, and none of its tensors.</summary>
    /// <param name="stream">Where from; must be able to seek.</param>
    /// <returns>The metadata; empty if there is none.</returns>
    /// <exception cref="InvalidDataException">The file is not a safetensors file.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(Stream stream) => WithHeader(stream, (header, _) => Metadata(header));

    private static Dictionary<string, string> WithHeader(Stream stream, Func<JsonElement, long, Dictionary<string, string>> read)
    {
        using JsonDocument header = ReadHeader(stream, out long dataStart);
        try
        {
            return read(header.RootElement, dataStart);
        }
        catch (InvalidOperationException exception)
        {
            // An escape sequence that is no character shows only when the text is asked for.
            throw new InvalidDataException($"Expected text in the safetensors header. {exception.Message}", exception);
        }
    }

    private static HashSet<string> NamesOf(IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors) =>
        [.. vectors.SelectMany(part => part.Vector.Layout.Parameters.Select(parameter => part.Prefix + parameter.Name))];

    /// <summary>Two tensors that share bytes, or bytes that belong to none, are how one file comes to mean two things.</summary>
    private static void CheckRanges(JsonElement header, long dataLength, HashSet<string>? known)
    {
        var ranges = new List<(long Start, long End, string Name)>();
        foreach (JsonProperty entry in header.EnumerateObject().Where(entry => entry.Name != MetadataName))
        {
            if (known is not null && !known.Contains(entry.Name))
                throw new InvalidDataException($"Expected no tensor '{Shorten(entry.Name)}' in the safetensors file; there is one.");
            if (entry.Value.ValueKind != JsonValueKind.Object || !TryShape(entry.Value, out _, out long start, out long end) || start < 0 || end < start)
                throw new InvalidDataException($"Expected type, shape and place of '{Shorten(entry.Name)}' in the safetensors header; found something else.");
            ranges.Add((start, end, entry.Name));
        }

        long covered = 0;
        foreach ((long start, long end, string name) in ranges.Order())
        {
            if (start != covered)
            {
                string what = start < covered ? "shares bytes with another tensor" : $"leaves {start - covered} bytes before it that are no tensor's";
                throw new InvalidDataException($"Expected '{Shorten(name)}' to begin at byte {covered}; it begins at {start} and {what}.");
            }

            covered = end;
        }

        if (covered != dataLength)
            throw new InvalidDataException($"Expected {covered} bytes of tensors in the safetensors file; found {dataLength}.");
    }

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName] + "...";

    private static byte[] Header(IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach ((string name, string value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteString(name, value);
            json.WriteEndObject();
            long offset = 0;
            foreach ((string prefix, ParameterVector vector) in vectors)
            {
                foreach (Parameter parameter in vector.Layout.Parameters)
                    WriteEntry(json, prefix + parameter.Name, parameter, ref offset);
            }

            json.WriteEndObject();
        }

        // The numbers start at a multiple of eight bytes; the format allows trailing spaces in the header.
        while (buffer.Length % 8 != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, Parameter parameter, ref long offset)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        json.WriteNumberValue(parameter.Rows);
        json.WriteNumberValue(parameter.Columns);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset += (long)parameter.Length * sizeof(float));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JsonDocument ReadHeader(Stream stream, out long dataStart)
    {
        Span<byte> lengthBytes = stackalloc byte[sizeof(ulong)];
        if (stream.ReadAtLeast(lengthBytes, sizeof(ulong), throwOnEndOfStream: false) < sizeof(ulong))
            throw new InvalidDataException("Expected a safetensors file of at least 8 bytes; the file is shorter.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > MaxHeaderLength || (long)length > stream.Length - sizeof(ulong))
            throw new InvalidDataException($"Expected a safetensors header within the file; it claims {length} bytes.");
        byte[] header = new byte[length];
        stream.ReadExactly(header);
        dataStart = sizeof(ulong) + (long)length;
        try
        {
            JsonDocument document = JsonDocument.Parse(header, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A name that is half a surrogate pair shows only when names are compared, as an InvalidOperationException.
            throw new InvalidDataException($"Expected a JSON header without repeated names in the safetensors file. {OneLine(exception)}", exception);
        }

        throw new InvalidDataException("Expected a JSON object as the header of the safetensors file.");
    }

    private static void ReadTensor(
        Stream stream, JsonElement header, long dataStart, string name, Parameter parameter, Span<float> values)
    {
        if (!header.TryGetProperty(name, out JsonElement entry) || entry.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"Expected a tensor '{name}' in the safetensors file; there is none.");
        string expected = string.Create(CultureInfo.InvariantCulture, $"F32 [{parameter.Rows},{parameter.Columns}]");
        if (!TryShape(entry, out string found, out long start, out long end) || found != expected)
            throw new InvalidDataException($"Expected '{name}' to be {expected}; found {found}.");
        if (start < 0 || end - start != (long)values.Length * sizeof(float) || end > stream.Length - dataStart)
            throw new InvalidDataException($"Expected {(long)values.Length * sizeof(float)} bytes for '{name}' within the file; found {start}..{end}.");
        stream.Position = dataStart + start;
        stream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    private static bool TryShape(JsonElement entry, out string shape, out long start, out long end)
    {
        (shape, start, end) = ("something else", 0, 0);
        if (!entry.TryGetProperty("dtype", out JsonElement type)
            || !entry.TryGetProperty("shape", out JsonElement dimensions)
            || !entry.TryGetProperty("data_offsets", out JsonElement offsets)
            || dimensions.ValueKind != JsonValueKind.Array
            || offsets.ValueKind != JsonValueKind.Array
            || offsets.GetArrayLength() != 2
            || offsets[0].ValueKind != JsonValueKind.Number
            || offsets[1].ValueKind != JsonValueKind.Number
            || !offsets[0].TryGetInt64(out start)
            || !offsets[1].TryGetInt64(out end))
        {
            return false;
        }

        shape = $"{type} [{string.Join(',', dimensions.EnumerateArray())}]";
        return true;
    }

    private static Dictionary<string, string> Metadata(JsonElement header)
    {
        var metadata = new Dictionary<string, string>();
        if (header.TryGetProperty(MetadataName, out JsonElement entries) && entries.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in entries.EnumerateObject())
                metadata[entry.Name] = entry.Value.ToString();
        }

        return metadata;
    }
}
