using System.Text;

namespace Oversight.Determinism;

/// <summary>
/// The name of a random stream: a pure value from which child keys are derived by name or by number.
/// A child depends on its parent and its name alone, never on how many numbers were drawn before, so that two runs with one
/// seed agree for any number of threads and across stop and resume.
/// </summary>
/// <param name="High">The upper half of the key.</param>
/// <param name="Low">The lower half of the key.</param>
public readonly record struct RandomKey(ulong High, ulong Low)
{
    private const int LongestName = 256;

    /// <summary>The root key of a seed.</summary>
    /// <param name="seed">Any number; the same seed gives the same key everywhere.</param>
    public static RandomKey FromSeed(long seed) => new(Mix((ulong)seed), Mix((ulong)seed ^ 0x9E3779B97F4A7C15));

    /// <summary>The child key of that name, for example <c>key.Child("contexts")</c>.</summary>
    /// <param name="name">What the stream is for.</param>
    /// <exception cref="ArgumentException">The name is longer than 256 bytes.</exception>
    public RandomKey Child(string name)
    {
        Span<byte> bytes = stackalloc byte[LongestName];
        if (!Encoding.UTF8.TryGetBytes(name, bytes, out int length))
            throw new ArgumentException($"A key's name has at most {LongestName} bytes.", nameof(name));
        return Child(unchecked((long)StableHash.Of(bytes[..length])));
    }

    /// <summary>The child key of that number, for example one a round or one a shard.</summary>
    /// <param name="number">Any number.</param>
    public RandomKey Child(long number)
    {
        ulong salt = Mix(unchecked((ulong)number + 0xD1B54A32D192ED03));
        return new RandomKey(Mix(High ^ salt), Mix(Low + salt * 0x9E3779B97F4A7C15));
    }

    /// <summary>A stream that starts at this key.</summary>
    public RandomStream Stream() => new(this);

    internal static ulong Mix(ulong z)
    {
        // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
