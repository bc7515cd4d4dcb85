namespace Oversight.Methods.WeakToStrong;

/// <summary>Rows of numbers to learn from.</summary>
/// <param name="count">How many rows.</param>
/// <param name="inputs">Numbers of an input.</param>
/// <param name="concepts">Concepts of a row.</param>
public sealed class Examples(int count, int inputs, int concepts)
{
    /// <summary>How many rows.</summary>
    public int Count => count;

    /// <summary>Numbers of an input.</summary>
    public int Width => inputs;

    /// <summary>(rows, inputs).</summary>
    public float[] Inputs { get; } = new float[count * inputs];

    /// <summary>(rows, concepts): 1 where a concept holds, else 0.</summary>
    public float[] Concepts { get; } = new float[count * concepts];

    /// <summary>(rows): the true target, 1 or 0.</summary>
    public float[] Targets { get; } = new float[count];

    /// <summary>One input.</summary>
    /// <param name="row">Its number.</param>
    public ReadOnlySpan<float> Input(int row) => Inputs.AsSpan(row * inputs, inputs);
}
