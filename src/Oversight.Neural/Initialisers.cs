namespace Oversight.Neural;

/// <summary>The usual ways to start a parameter.</summary>
public static partial class Initialisers
{
    /// <summary>All zero.</summary>
    public static Initialiser Zero { get; } = static (values, _, _, _) => values.Clear();

    /// <summary>All one.</summary>
    public static Initialiser One { get; } = Constant(1);

    /// <summary>All the same.</summary>
    /// <param name="value">The number.</param>
    public static Initialiser Constant(float value) => (values, _, _, _) => values.Fill(value);

    /// <summary>Independent normal numbers with mean 0.</summary>
    /// <param name="deviation">The standard deviation.</param>
    public static Initialiser Normal(double deviation) => (values, _, _, random) =>
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(deviation * random.NextNormal());
    };

    /// <summary>Normal numbers scaled so that a linear layer keeps its input's variance: deviation gain / sqrt(rows).</summary>
    /// <param name="gain">1 before a linear unit, sqrt(2) before a ReLU.</param>
    public static Initialiser FanIn(double gain = 1) => (values, rows, columns, random) =>
        Normal(gain / Math.Sqrt(rows))(values, rows, columns, random);
}
