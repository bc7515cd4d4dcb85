using Oversight.Determinism;
using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>The fields of a token, and how projections between them start: near the identity if there is a prior, from noise if not.</summary>
/// <param name="Fields">How many fields.</param>
/// <param name="Kept">How many fields after the first are only kept.</param>
/// <param name="FieldWidth">Numbers a field.</param>
/// <param name="Prior">Whether there is a prior.</param>
/// <param name="HoldsSets">Whether several facts may be about one thing, so that a field may hold a set of things.</param>
/// <param name="ComputesResults">Whether results are computed from operands instead of being found.</param>
/// <param name="Counts">Whether layers add up over all facts, beside looking facts up.</param>
internal sealed record FieldShape(int Fields, int Kept, int FieldWidth, bool Prior, bool HoldsSets, bool ComputesResults, bool Counts)
{
    private const double Noise = 0.03;
    private const float Empty = 0.05f;

    /// <summary>The first field that others depend on: what comes before is what a statement is about, and what is only kept.</summary>
    public int FirstOperand => 1 + Kept;

    /// <summary>
    /// Whether a look-up may find nothing, or a fact without a result. With a name and a result alone it cannot, and guarding against it keeps the deepest look-ups from
    /// opening: 3 seeds of 8 stood still, or stood long, at the deepest exponents of permutation powering, and none without the guards.
    /// </summary>
    public bool CanMiss => Fields > 2;

    /// <summary>The last field, what a statement comes to.</summary>
    public int Result => Fields - 1;

    /// <summary>Numbers a token.</summary>
    public int Width => Fields * FieldWidth;

    /// <summary>Each field divided by its length; what is next to nothing stays so.</summary>
    public Tensor Normalise(Tape tape, Tensor x) => tape.RmsNorm(x, null, Fields, Empty);

    /// <summary>A query or a key divided by its length, but for next to nothing.</summary>
    public static Tensor Unit(Tape tape, Tensor x, Parameter? gain = null) => tape.RmsNorm(x, gain, epsilon: Empty);

    /// <summary>A projection of the whole token that starts near picking out the fields from a given one on, as many as there are columns for.</summary>
    /// <param name="first">The first field picked.</param>
    public Initialiser PickFields(int first) => (values, rows, columns, random) =>
    {
        StartNoise(values, rows, random);
        for (int i = 0; Prior && i < columns; i++)
            values[(first * FieldWidth + i) * columns + i] += 1;
    };

    /// <summary>A projection of the whole token to one field that starts near adding up all fields.</summary>
    public Initialiser SumFields() => (values, rows, columns, random) =>
    {
        StartNoise(values, rows, random);
        for (int i = 0; Prior && i < rows; i++)
            values[i * columns + i % columns] += 1;
    };

    /// <summary>A projection from one field to the whole token that starts near writing into a field.</summary>
    /// <param name="field">The field.</param>
    public Initialiser FillField(int field) => (values, rows, columns, random) =>
    {
        StartNoise(values, rows, random);
        for (int i = 0; Prior && i < rows; i++)
            values[i * columns + field * FieldWidth + i] += 1;
    };

    private void StartNoise(Span<float> values, int rows, RandomStream random) =>
        Initialisers.Normal((Prior ? Noise : 1) / Math.Sqrt(rows))(values, rows, values.Length / rows, random);
}
