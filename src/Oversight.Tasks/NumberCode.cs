namespace Oversight.Tasks;

/// <summary>How whole numbers of a range are written: one symbol a number.</summary>
public sealed class NumberCode
{
    /// <summary>A code.</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The largest number.</param>
    /// <param name="firstSymbol">The symbol of the smallest; the others follow it.</param>
    /// <param name="wraps">Whether a number outside the range stands for its remainder rather than for the nearest in the range.</param>
    public NumberCode(int low, int high, int firstSymbol, bool wraps = false)
    {
        int lastSymbol = firstSymbol + high - low;
        if (lastSymbol > byte.MaxValue)
            throw new ArgumentException($"The numbers {low} to {high} need symbols up to {lastSymbol}, at most {byte.MaxValue} is allowed.");
        Low = low;
        High = high;
        FirstSymbol = (byte)firstSymbol;
        Wraps = wraps;
    }

    /// <summary>The smallest number.</summary>
    public int Low { get; }

    /// <summary>The largest number.</summary>
    public int High { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => High - Low + 1;

    /// <summary>The symbol of <see cref="Low"/>.</summary>
    public byte FirstSymbol { get; }

    /// <summary>Whether a number outside the range stands for its remainder rather than for the nearest in the range.</summary>
    public bool Wraps { get; }

    /// <summary>How the numbers' symbols are printed.</summary>
    public IEnumerable<string> Names => Enumerable.Range(Low, Count).Select(number => $"={number}");

    /// <summary>The symbol of a number.</summary>
    /// <param name="number">From <see cref="Low"/> to <see cref="High"/>.</param>
    public byte Encode(int number) => (byte)(FirstSymbol + number - Low);

    /// <summary>The number of a symbol.</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <param name="number">The number, if it is one.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryDecode(byte symbol, out int number)
    {
        number = symbol - FirstSymbol + Low;
        return number >= Low && number <= High;
    }

    /// <summary>The number of the range that any number stands for.</summary>
    /// <param name="number">Any number.</param>
    public int Fit(int number)
    {
        if (!Wraps)
            return Math.Clamp(number, Low, High);
        int remainder = (number - Low) % Count;
        return Low + (remainder < 0 ? remainder + Count : remainder);
    }
}
