using System.Numerics;

namespace Oversight.Determinism;

/// <summary>
/// A seeded stream of random numbers (xoshiro256++, Blackman and Vigna 2019). Started from a <see cref="RandomKey"/>; equal keys give equal
/// numbers on every machine. Not thread-safe: give each worker a stream of its own.
/// </summary>
public sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts the stream of a key.</summary>
    /// <param name="key">The name of the stream.</param>
    public RandomStream(RandomKey key) => Restart(key);

    /// <summary>
    /// The key at which the stream was started last. What must not depend on how much was drawn before derives keys of its own from it.
    /// </summary>
    public RandomKey Key { get; private set; }

    /// <summary>Starts this stream again at a key, so that a hot loop needs no new object.</summary>
    /// <param name="key">The name of the stream.</param>
    public void Restart(RandomKey key)
    {
        Key = key;
        _s0 = RandomKey.Mix(key.High);
        _s1 = RandomKey.Mix(key.Low);
        _s2 = RandomKey.Mix(_s0 ^ 0xA0761D6478BD642F);
        _s3 = RandomKey.Mix(_s1 ^ 0xE7037ED1A0B428DB);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A whole number uniform in [0, <paramref name="limit"/>), without bias (Lemire 2019).</summary>
    /// <param name="limit">The number of possible outcomes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        uint range = (uint)limit;
        ulong product = (NextBits() >> 32) * range;
        uint low = (uint)product;
        if (low < range)
        {
            uint threshold = unchecked(0u - range) % range;
            while (low < threshold)
            {
                product = (NextBits() >> 32) * range;
                low = (uint)product;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A whole number uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The smallest outcome.</param>
    /// <param name="high">One more than the largest outcome.</param>
    public int Next(int low, int high) => low + Next(high - low);

    /// <summary>A number uniform in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A fair coin.</summary>
    public bool NextBool() => (NextBits() >> 63) != 0;

    /// <summary>True with the given probability.</summary>
    /// <param name="probability">Between 0 and 1; 0 never, 1 always.</param>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>A number from the standard normal distribution (Box and Muller 1958; one of the pair is discarded).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Puts the items in uniformly random order (Fisher and Yates).</summary>
    /// <param name="items">Reordered in place.</param>
    /// <typeparam name="T">The kind of item.</typeparam>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Draws distinct numbers from [0, <paramref name="limit"/>), uniformly, in random order.</summary>
    /// <param name="limit">The size of the population.</param>
    /// <param name="chosen">Filled; at most <paramref name="limit"/> long.</param>
    public void Choose(int limit, Span<int> chosen)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chosen.Length, limit);
        Span<int> population = limit <= 1024 ? stackalloc int[limit] : new int[limit];
        for (int i = 0; i < limit; i++)
            population[i] = i;
        for (int i = 0; i < chosen.Length; i++)
        {
            int j = Next(i, limit);
            (population[i], population[j]) = (population[j], population[i]);
            chosen[i] = population[i];
        }
    }
}
