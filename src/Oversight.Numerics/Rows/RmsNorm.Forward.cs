namespace Oversight.Numerics;

/// <summary>Root-mean-square normalisation of rows: y = gain * x / sqrt(mean(x²) + epsilon).</summary>
/// <remarks>Matrices are contiguous. Thread-safe.</remarks>
public static unsafe partial class RmsNorm
{
    /// <summary>Normalises every row.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="gain">parts x cols factors.</param>
    /// <param name="y">rows x cols, overwritten; may be x.</param>
    /// <param name="inverseRms">One float a row, overwritten: 1 / sqrt(mean(x²) + epsilon), which <see cref="Backward"/> needs.</param>
    /// <param name="epsilon">What keeps a row of zeros finite, above 0.</param>
    /// <param name="parts">How many sets of factors there are; row r takes set r mod parts, as when the parts of one long row are normalised on their own.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(
        int rows, int cols, ReadOnlySpan<float> x, ReadOnlySpan<float> gain, Span<float> y, Span<float> inverseRms, float epsilon, int parts = 1)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, cols);
        ThrowHelper.CheckAtLeast(gain, parts * cols);
        ThrowHelper.CheckMatrix(y, rows, cols, cols);
        ThrowHelper.CheckAtLeast<float>(inverseRms, rows, nameof(inverseRms));
        fixed (float* px = x, pGain = gain, py = y, pInverse = inverseRms)
        {
            ForwardKernel kernel = new()
            {
                Rows = rows,
                Columns = cols,
                X = px,
                Gain = pGain,
                Y = py,
                Inverse = pInverse,
                Epsilon = epsilon,
                Parts = parts,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct ForwardKernel : IKernel
    {
        public int Rows;
        public int Columns;
        public float* X;
        public float* Gain;
        public float* Y;
        public float* Inverse;
        public float Epsilon;
        public int Parts;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                float* x = X + ((nint)row * Columns);
                float inverse = 1f / MathF.Sqrt((Row.Dot<TLanes>(x, x, Columns) / Columns) + Epsilon);
                Inverse[row] = inverse;
                NormaliseRow<TLanes>(x, inverse, Gain + (row % Parts * Columns), Y + ((nint)row * Columns));
            }
        }

        private readonly void NormaliseRow<TLanes>(float* x, float inverse, float* gain, float* y)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes factor = TLanes.Create(inverse);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                Row.Store(y + i, Row.Load<TLanes>(x + i, count) * factor * Row.Load<TLanes>(gain + i, count), count);
            }
        }
    }
}
