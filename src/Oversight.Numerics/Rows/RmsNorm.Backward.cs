namespace Oversight.Numerics;

public static unsafe partial class RmsNorm
{
    /// <summary>Adds the gradients by the inputs and by the gain.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols, as given to <see cref="Forward"/>.</param>
    /// <param name="gain">parts x cols factors.</param>
    /// <param name="inverseRms">One float a row, as <see cref="Forward"/> left them.</param>
    /// <param name="dy">rows x cols, the gradient by y.</param>
    /// <param name="dx">rows x cols, to which the gradient by x is added; empty when it is not wanted.</param>
    /// <param name="dGain">parts x cols floats, to which the gradient by the gain is added; empty when it is not wanted.</param>
    /// <param name="parts">How many sets of factors there are, as given to <see cref="Forward"/>.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Backward(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> inverseRms,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dGain,
        int parts = 1)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, cols);
        ThrowHelper.CheckAtLeast(gain, parts * cols);
        ThrowHelper.CheckAtLeast(inverseRms, rows);
        ThrowHelper.CheckMatrix(dy, rows, cols, cols);
        if (!dx.IsEmpty) ThrowHelper.CheckMatrix(dx, rows, cols, cols);
        if (!dGain.IsEmpty) ThrowHelper.CheckAtLeast<float>(dGain, parts * cols, nameof(dGain));
        fixed (float* px = x, pGain = gain, pInverse = inverseRms, pdy = dy, pdx = dx, pdGain = dGain)
        {
            BackwardKernel kernel = new()
            {
                Rows = rows,
                Columns = cols,
                X = px,
                Gain = pGain,
                Inverse = pInverse,
                Dy = pdy,
                Dx = pdx,
                DGain = pdGain,
                Parts = parts,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Rows;
        public int Columns;
        public float* X;
        public float* Gain;
        public float* Inverse;
        public float* Dy;
        public float* Dx;
        public float* DGain;
        public int Parts;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                nint at = (nint)row * Columns;
                int part = row % Parts * Columns;
                if (Dx != null) AddInputGradient<TLanes>(X + at, Gain + part, Dy + at, Inverse[row], Dx + at);
                if (DGain != null) Row.AddGainGradient<TLanes>(X + at, Dy + at, 0f, Inverse[row], DGain + part, Columns);
            }
        }

        // dx += inverse * (gain * dy - x * inverse² * mean(gain * dy * x))
        private readonly void AddInputGradient<TLanes>(float* x, float* gain, float* dy, float inverse, float* dx)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes sum = TLanes.Zero;
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes weighted = Row.Load<TLanes>(gain + i, count) * Row.Load<TLanes>(dy + i, count);
                sum = TLanes.MultiplyAdd(weighted, Row.Load<TLanes>(x + i, count), sum);
            }
            TLanes factor = TLanes.Create(inverse);
            TLanes pull = TLanes.Create(-inverse * inverse * TLanes.Sum(sum) / Columns);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes weighted = Row.Load<TLanes>(gain + i, count) * Row.Load<TLanes>(dy + i, count);
                TLanes gradient = TLanes.MultiplyAdd(pull, Row.Load<TLanes>(x + i, count), weighted);
                Row.Store(dx + i, TLanes.MultiplyAdd(factor, gradient, Row.Load<TLanes>(dx + i, count)), count);
            }
        }
    }
}
