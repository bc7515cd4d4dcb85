namespace Oversight.Numerics;

public static unsafe partial class StepAttention
{
    /// <summary>output[i] = sum over s of weights[s] * values[s, i].</summary>
    /// <param name="steps">Number of cached steps.</param>
    /// <param name="width">Floats of a value.</param>
    /// <param name="weights">steps floats.</param>
    /// <param name="values">steps x width.</param>
    /// <param name="ldv">From one row of values to the next.</param>
    /// <param name="output">width floats, overwritten.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Mix(int steps, int width, ReadOnlySpan<float> weights, ReadOnlySpan<float> values, int ldv, Span<float> output)
    {
        ThrowHelper.CheckSize(steps);
        ThrowHelper.CheckSize(width);
        ThrowHelper.CheckAtLeast(weights, steps);
        ThrowHelper.CheckMatrix(values, steps, width, ldv);
        ThrowHelper.CheckAtLeast<float>(output, width, nameof(output));
        fixed (float* pw = weights, pv = values, po = output)
        {
            MixKernel kernel = new() { Steps = steps, Width = width, Weights = pw, Values = pv, ValueRow = ldv, Output = po };
            Simd.Run(ref kernel);
        }
    }

    private struct MixKernel : IKernel
    {
        public int Steps;
        public int Width;
        public float* Weights;
        public float* Values;
        public nint ValueRow;
        public float* Output;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int i = 0; i < Width; i += TLanes.Count)
            {
                int count = Width - i;
                TLanes even = TLanes.Zero, odd = TLanes.Zero;
                float* value = Values + i;
                int step = 0;
                for (; step + 1 < Steps; step += 2, value += 2 * ValueRow)
                {
                    even = TLanes.MultiplyAdd(TLanes.Create(Weights[step]), Row.Load<TLanes>(value, count), even);
                    odd = TLanes.MultiplyAdd(TLanes.Create(Weights[step + 1]), Row.Load<TLanes>(value + ValueRow, count), odd);
                }
                if (step < Steps) even = TLanes.MultiplyAdd(TLanes.Create(Weights[step]), Row.Load<TLanes>(value, count), even);
                Row.Store(Output + i, even + odd, count);
            }
        }
    }
}
