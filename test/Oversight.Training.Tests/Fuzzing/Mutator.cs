using System.Globalization;
using System.Text;

namespace Oversight.Training.Tests.Fuzzing;

/// <summary>Spoils inputs: the same seed spoils them in the same way.</summary>
/// <param name="seeds">Inputs that are as they should be.</param>
/// <param name="seed">Draws.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int LongestInput = 1 << 16;

    private static readonly byte[][] Tokens =
    [
        .. ((string[])
        [
            "null", "true", "-1", "0", "1e999", "-0", "0.5", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "1E400", "NaN", "\"NaN\"", "\"Infinity\"", "{}", "[]", "\"\"", "\"\\ud800\"", "\\ud800", "\\u0000", "\"", "\\", "{\"", "\":", ",", "(", ")", "*", "^", "٣", "３", "σ",
            "\0", "\r\n", "\u2028", "..", "../", "/etc/passwd", "C:\\", "x", "99999", "\uFEFF",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0x80], [.. Enumerable.Repeat((byte)'[', 300)],
        [.. Enumerable.Repeat((byte)' ', 2000)], [.. Enumerable.Repeat((byte)'9', 400)],
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        byte[] input = seeds[_random.Next(seeds.Count)];
        int changes = 1 + _random.Next(1 + _random.Next(6));
        for (int i = 0; i < changes; i++)
            input = Change(input);
        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    private byte[] Change(byte[] input) => _random.Next(8) switch
    {
        0 => WithByte(input, place => (byte)(input[place] ^ (1 << _random.Next(8)))),
        1 => WithByte(input, _ => (byte)_random.Next(256)),
        2 => Without(input),
        3 => Twice(input),
        4 => WithToken(input),
        5 => WithNumber(input),
        6 => input[.._random.Next(input.Length + 1)],
        _ => Spliced(input),
    };

    private byte[] WithByte(byte[] input, Func<int, byte> value)
    {
        if (input.Length == 0)
            return [(byte)_random.Next(256)];
        byte[] changed = [.. input];
        int place = _random.Next(input.Length);
        changed[place] = value(place);
        return changed;
    }

    private byte[] Without(byte[] input)
    {
        (int start, int length) = Part(input);
        return [.. input[..start], .. input[(start + length)..]];
    }

    private byte[] Twice(byte[] input)
    {
        (int start, int length) = Part(input);
        return [.. input[..(start + length)], .. input[start..]];
    }

    private byte[] WithToken(byte[] input)
    {
        (int start, int length) = Part(input);
        int kept = _random.Next(2) == 0 ? start : start + length;
        return [.. input[..start], .. Tokens[_random.Next(Tokens.Length)], .. input[kept..]];
    }

    /// <summary>Another number in the place of one.</summary>
    private byte[] WithNumber(byte[] input)
    {
        if (input.Length == 0)
            return input;
        int start = _random.Next(input.Length);
        while (start < input.Length && !char.IsAsciiDigit((char)input[start]))
            start++;
        int end = start;
        while (end < input.Length && char.IsAsciiDigit((char)input[end]))
            end++;
        byte[] number = _random.Next(3) == 0
            ? Tokens[_random.Next(12)]
            : Encoding.ASCII.GetBytes(_random.NextInt64(1L << _random.Next(1, 62)).ToString(CultureInfo.InvariantCulture));
        return [.. input[..start], .. number, .. input[end..]];
    }

    private byte[] Spliced(byte[] input)
    {
        byte[] other = seeds[_random.Next(seeds.Count)];
        return [.. input[.._random.Next(input.Length + 1)], .. other[_random.Next(other.Length + 1)..]];
    }

    private (int Start, int Length) Part(byte[] input)
    {
        int start = _random.Next(input.Length + 1);
        return (start, _random.Next(Math.Min(64, input.Length - start) + 1));
    }
}
