using System.Collections.Immutable;
using System.Globalization;

namespace Oversight.Reports.Html;

/// <summary>A scale from values to places between 0 and 1, with ticks at round numbers. Immutable.</summary>
internal sealed class Axis
{
    /// <summary>What is nearer to nothing is drawn as nothing; what is larger is drawn at the end.</summary>
    private const double Smallest = 1e-12;
    private const double Largest = 1e15;
    private static readonly double[] Rounds = [1, 2, 5, 10];
    private readonly bool _isLogarithmic;

    private Axis(double low, double high, bool isLogarithmic, ImmutableArray<double> ticks)
    {
        (Low, High, _isLogarithmic, Ticks) = (low, high, isLogarithmic, ticks);
    }

    /// <summary>The smallest value.</summary>
    public double Low { get; }

    /// <summary>The largest value.</summary>
    public double High { get; }

    /// <summary>Where ticks stand, in order.</summary>
    public ImmutableArray<double> Ticks { get; }

    /// <summary>From 0 to 1.</summary>
    public static Axis Share { get; } = new(0, 1, false, [0, 0.25, 0.5, 0.75, 1]);

    /// <summary>From 0, or the smallest value where that is below, to the largest; what is no number is left out.</summary>
    /// <param name="values">The values.</param>
    /// <param name="ticks">About how many ticks.</param>
    public static Axis Linear(IEnumerable<double> values, int ticks = 4)
    {
        double[] numbers = [.. values.Where(value => !double.IsNaN(value))];
        double high = Math.Clamp(numbers.DefaultIfEmpty(0).Max(), 0, Largest);
        double low = Math.Clamp(numbers.DefaultIfEmpty(0).Min(), -Largest, 0);
        if (high - low < Smallest)
            high = 1;
        double step = RoundUp((high - low) / ticks);
        int first = (int)Math.Ceiling(low / step - 1e-9);
        int last = (int)Math.Floor(high / step + 1e-9);
        return new Axis(low, high, false, [.. Enumerable.Range(first, last - first + 1).Select(i => i * step)]);
    }

    /// <summary>From the smallest to the largest value, each factor as long as any other.</summary>
    /// <param name="values">Those that are not positive are left out.</param>
    public static Axis Logarithmic(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(value => value > 0).Select(value => Math.Clamp(value, Smallest, Largest))];
        double low = positive.DefaultIfEmpty(1).Min();
        double high = positive.DefaultIfEmpty(10).Max();
        // Some room on both sides, so that no line runs along the edge.
        double room = high < 2 * low ? 2 : Math.Pow(high / low, 0.05);
        (low, high) = (low / room, high * room);
        return new Axis(low, high, true, LogarithmicTicks(low, high));
    }

    /// <summary>Where a value stands: 0 for the smallest, 1 for the largest; what lies outside is moved to the end.</summary>
    /// <param name="value">The value.</param>
    public double At(double value)
    {
        if (double.IsNaN(value))
            return 0;
        double inside = Math.Clamp(value, Low, High);
        return _isLogarithmic ? Math.Log(inside / Low) / Math.Log(High / Low) : (inside - Low) / (High - Low);
    }

    /// <summary>A tick in few letters: 1.5k, 20k, 3M.</summary>
    /// <param name="value">The tick.</param>
    public static string Label(double value) => value switch
    {
        < 0 => "-" + Label(-value),
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e3 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        0 or >= 0.001 => value.ToString("0.###", CultureInfo.InvariantCulture),
        _ => value.ToString("0e-0", CultureInfo.InvariantCulture),
    };

    private static ImmutableArray<double> LogarithmicTicks(double low, double high)
    {
        double[] multiples = high / low >= 100 ? [1] : high / low >= 10 ? [1, 3] : high / low >= 4 ? [1, 2, 5] : [1, 1.5, 2, 3, 5, 7];
        int first = (int)Math.Floor(Math.Log10(low));
        int last = (int)Math.Ceiling(Math.Log10(high));
        return
        [
            .. from power in Enumerable.Range(first, last - first + 1)
               from multiple in multiples
               let tick = multiple * Math.Pow(10, power)
               where tick >= low * 0.999 && tick <= high * 1.001
               select tick,
        ];
    }

    /// <summary>1, 2 or 5 times a power of ten, not less than a number.</summary>
    private static double RoundUp(double number)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return Rounds.First(round => round * power >= number * 0.999999) * power;
    }
}
