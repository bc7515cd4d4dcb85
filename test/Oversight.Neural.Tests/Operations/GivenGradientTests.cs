namespace Oversight.Neural.Tests.Operations;

public sealed class GivenGradientTests
{
    [Fact]
    public void Backward_DerivativeOfALossOutside_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 3, 4);
        Parameter weight = GradientCheck.Random(layout, "weight", 4, 2);
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        weights.Initialise(Determinism.RandomKey.FromSeed(3));
        using var tape = new Tape(weights, gradients);
        Tensor y = tape.Linear(GradientCheck.Rows(tape, new RowGroups(1, 3), x), weight);
        GivenGradient given = tape.Give(y);
        tape.Forward();
        // The loss: half the sum of squares, whose derivative is y itself.
        y.Values.CopyTo(given.Values);
        tape.Backward();
        double Loss(ref float value, float at)
        {
            value = at;
            tape.Forward();
            double loss = 0;
            foreach (float one in y.Values)
                loss += one * one / 2.0;
            return loss;
        }

        foreach (Parameter parameter in layout.Parameters)
        {
            for (int i = 0; i < parameter.Length; i++)
            {
                ref float value = ref weights.Of(parameter)[i];
                float kept = value;
                // The loss is quadratic in every number, so central differences are exact but for rounding.
                double slope = (Loss(ref value, kept + 0.25f) - Loss(ref value, kept - 0.25f)) / 0.5;
                value = kept;
                Assert.Equal(slope, gradients.Of(parameter)[i], 1e-3);
            }
        }
    }
}
