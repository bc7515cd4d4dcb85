namespace Oversight.Numerics;

/// <summary>Layer normalisation of rows: y = gain * (x - mean) / sqrt(variance + epsilon) + bias.</summary>
/// <remarks>Matrices are contiguous; the variance is that of the row itself (divided by its length). Thread-safe.</remarks>
public static unsafe partial class LayerNorm
{
    /// <summary>Normalises every row.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="gain">cols factors.</param>
    /// <param name="bias">cols summands.</param>
    /// <param name="y">rows x cols, overwritten; may be x.</param>
    /// <param name="mean">One float a row, overwritten: the mean, which <see cref="Backward"/> needs.</param>
    /// <param name="inverseDeviation">
    /// One float a row, overwritten: 1 / sqrt(variance + epsilon), which <see cref="Backward"/> needs.
    /// </param>
    /// <param name="epsilon">What keeps a constant row finite, above 0.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Span<float> mean,
        Span<float> inverseDeviation,
        float epsilon)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, cols);
        ThrowHelper.CheckAtLeast(gain, cols);
        ThrowHelper.CheckAtLeast(bias, cols);
        ThrowHelper.CheckMatrix(y, rows, cols, cols);
        ThrowHelper.CheckAtLeast<float>(mean, rows, nameof(mean));
        ThrowHelper.CheckAtLeast<float>(inverseDeviation, rows, nameof(inverseDeviation));
        fixed (float* px = x, pGain = gain, pBias = bias, py = y, pMean = mean, pInverse = inverseDeviation)
        {
            ForwardKernel kernel = new()
            {
                Rows = rows,
                Columns = cols,
                X = px,
                Gain = pGain,
                Bias = pBias,
                Y = py,
                Mean = pMean,
                Inverse = pInverse,
                Epsilon = epsilon,
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
        public float* Bias;
        public float* Y;
        public float* Mean;
        public float* Inverse;
        public float Epsilon;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                float* x = X + ((nint)row * Columns);
                float mean = SumRow<TLanes>(x) / Columns;
                float inverse = 1f / MathF.Sqrt((SquaredDistance<TLanes>(x, mean) / Columns) + Epsilon);
                Mean[row] = mean;
                Inverse[row] = inverse;
                NormaliseRow<TLanes>(x, mean, inverse, Y + ((nint)row * Columns));
            }
        }

        private readonly float SumRow<TLanes>(float* x)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes sum = TLanes.Zero;
            for (int i = 0; i < Columns; i += TLanes.Count) sum += Row.Load<TLanes>(x + i, Columns - i);
            return TLanes.Sum(sum);
        }

        private readonly float SquaredDistance<TLanes>(float* x, float mean)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes center = TLanes.Create(mean), sum = TLanes.Zero;
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes distance = Row.Keep(Row.Load<TLanes>(x + i, count) - center, count, TLanes.Zero);
                sum = TLanes.MultiplyAdd(distance, distance, sum);
            }
            return TLanes.Sum(sum);
        }

        private readonly void NormaliseRow<TLanes>(float* x, float mean, float inverse, float* y)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes center = TLanes.Create(mean), factor = TLanes.Create(inverse);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes normal = (Row.Load<TLanes>(x + i, count) - center) * factor;
                TLanes value = TLanes.MultiplyAdd(normal, Row.Load<TLanes>(Gain + i, count), Row.Load<TLanes>(Bias + i, count));
                Row.Store(y + i, value, count);
            }
        }
    }
}
