using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

internal static unsafe partial class Normalisation
{
    /// <summary>Normalises every row; row r takes gain r mod parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Forward<TNormalisation>(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Span<float> mean,
        Span<float> inverse,
        float epsilon,
        int parts)
        where TNormalisation : struct, INormalisation
    {
        CheckInputs(rows, cols, x, gain, parts);
        ThrowHelper.CheckMatrix(y, rows, cols, cols);
        fixed (float* px = x, pGain = gain, pBias = bias, py = y, pMean = mean, pInverse = inverse)
        {
            ForwardKernel<TNormalisation> kernel = new()
            {
                Rows = rows,
                Columns = cols,
                Parts = parts,
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

    private struct ForwardKernel<TNormalisation> : IKernel
        where TNormalisation : struct, INormalisation
    {
        public int Rows;
        public int Columns;
        public int Parts;
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
                float mean = TNormalisation.IsCentred ? SumRow<TLanes>(x) / Columns : 0f;
                float squares = TNormalisation.IsCentred ? SquaredDistance<TLanes>(x, mean) : Row.Dot<TLanes>(x, x, Columns);
                float inverse = 1f / MathF.Sqrt((squares / Columns) + Epsilon);
                if (TNormalisation.IsCentred) Mean[row] = mean;
                Inverse[row] = inverse;
                int part = TNormalisation.IsCentred ? 0 : row % Parts * Columns;
                NormaliseRow<TLanes>(x, Gain + part, mean, inverse, Y + ((nint)row * Columns));
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

        private readonly void NormaliseRow<TLanes>(float* x, float* gain, float mean, float inverse, float* y)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes center = TLanes.Create(mean), factor = TLanes.Create(inverse);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes normal = Normal<TNormalisation, TLanes>(Row.Load<TLanes>(x + i, count), center, factor);
                TLanes scale = Row.Load<TLanes>(gain + i, count);
                TLanes value = TNormalisation.IsCentred
                    ? TLanes.MultiplyAdd(normal, scale, Row.Load<TLanes>(Bias + i, count))
                    : normal * scale;
                Row.Store(y + i, value, count);
            }
        }
    }
}
