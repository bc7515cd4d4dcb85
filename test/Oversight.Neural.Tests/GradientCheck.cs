using Oversight.Determinism;

namespace Oversight.Neural.Tests;

/// <summary>
/// Compares every number of a tape's gradient with finite differences of the loss. Values are 32-bit and the loss adds up in 64 bits, so a loss of
/// about 5 is known to about 1e-6; differences over steps of 1/64 and 1/32 are extrapolated (Richardson), which leaves errors of the order of 1e-4
/// from rounding and less from curvature.
/// </summary>
internal static class GradientCheck
{
    private const double Absolute = 5e-4;
    private const double Relative = 2e-3;
    private const float Step = 1f / 64;
    private const int Words = 5;

    /// <summary>A parameter of random numbers.</summary>
    public static Parameter Random(ParameterLayout layout, string name, int rows, int columns, double deviation = 0.5) =>
        layout.Add(name, rows, columns, Initialisers.Normal(deviation));

    /// <summary>A tensor whose rows are those of a parameter, so that its gradient is the parameter's.</summary>
    public static Tensor Rows(Tape tape, RowGroups groups, Parameter parameter)
    {
        var indices = new IndexInput(groups, 1);
        for (int row = 0; row < groups.Capacity; row++)
            indices.Row(row)[0] = row;
        return tape.Embed(indices, parameter);
    }

    /// <summary>Checks the gradient of what is recorded, in the direction of a random projection followed by a softmax's loss.</summary>
    /// <param name="layout">The parameters; those of the loss are added.</param>
    /// <param name="record">Records the operation.</param>
    public static void OfTensor(ParameterLayout layout, Func<Tape, Tensor> record)
    {
        // The width is known only when recorded, and a tape cannot be recorded before its weights are laid out: ask a tape that is thrown away.
        using var unused = new ParameterVector(layout);
        using var probe = new Tape(unused, unused);
        Tensor shape = record(probe);
        Parameter head = Random(layout, "head", shape.Columns, Words, 1);
        Parameter none = Random(layout, "none", shape.Groups.Capacity, 1);
        Parameter mix = Random(layout, "mix", shape.Groups.Capacity, 2);
        OfLoss(layout, tape =>
        {
            Tensor y = record(tape);
            var places = new IndexInput(new RowGroups(y.Groups.GroupCapacity, 1), 1);
            places.Values.Fill(-1);
            return Loss(tape, new PointerMixture(Rows(tape, y.Groups, none), places, 1, tape.Linear(y, head), Rows(tape, y.Groups, mix)));
        });
    }

    /// <summary>Checks the gradient of what is recorded.</summary>
    /// <param name="layout">The parameters.</param>
    /// <param name="record">Records the loss.</param>
    public static void OfLoss(ParameterLayout layout, Func<Tape, MixtureLoss> record)
    {
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        weights.Initialise(RandomKey.FromSeed(7));
        using var tape = new Tape(weights, gradients);
        MixtureLoss loss = record(tape);
        tape.Forward();
        tape.Backward();
        double LossAt(ref float value, float at)
        {
            value = at;
            tape.Forward();
            return loss.Value;
        }

        foreach (Parameter parameter in layout.Parameters)
        {
            for (int i = 0; i < parameter.Length; i++)
            {
                ref float value = ref weights.Of(parameter)[i];
                float kept = value;
                double near = (LossAt(ref value, kept + Step) - LossAt(ref value, kept - Step)) / (2 * Step);
                double far = (LossAt(ref value, kept + 2 * Step) - LossAt(ref value, kept - 2 * Step)) / (4 * Step);
                value = kept;
                double expected = (4 * near - far) / 3;
                double found = gradients.Of(parameter)[i];
                Assert.True(
                    Math.Abs(found - expected) <= Absolute + Relative * Math.Abs(expected),
                    $"{parameter.Name}[{i / parameter.Columns},{i % parameter.Columns}]: finite difference {expected:G6}, gradient {found:G6}");
            }
        }
    }

    /// <summary>A loss with a target for each row, some of which do not count.</summary>
    public static MixtureLoss Loss(Tape tape, PointerMixture mixture, float enough = 1, float sign = 1)
    {
        RowGroups rows = mixture.Logits.Groups;
        var targets = new IndexInput(rows, 1);
        Tensor weights = tape.Input(rows, 1);
        MixtureLoss loss = tape.PointerLoss(mixture, targets, weights, enough);
        for (int row = 0; row < rows.Total; row++)
        {
            bool counts = row % 4 != 3;
            targets.Row(row)[0] = counts ? row * 7 % mixture.Logits.Columns : row % 8 == 3 ? -1 : 0;
            weights.Row(row)[0] = counts ? sign * (0.5f + row % 3) : 0;
        }

        return loss;
    }
}
