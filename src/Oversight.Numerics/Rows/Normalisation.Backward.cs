using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

internal static unsafe partial class Normalisation
{
    /// <summary>Adds the gradients by the inputs and by the gain, each where there is room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Backward<TNormalisation>(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> inverse,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dGain,
        int parts)
        where TNormalisation : struct, INormalisation
    {
        CheckInputs(rows, cols, x, gain, parts);
        ThrowHelper.CheckMatrix(dy, rows, cols, cols);
        if (!dx.IsEmpty) ThrowHelper.CheckMatrix(dx, rows, cols, cols);
        if (!dGain.IsEmpty) ThrowHelper.CheckAtLeast<float>(dGain, parts * cols, nameof(dGain));
        fixed (float* px = x, pGain = gain, pMean = mean, pInverse = inverse, pdy = dy, pdx = dx, pdGain = dGain)
        {
            BackwardKernel<TNormalisation> kernel = new()
            {
                Rows = rows,
                Columns = cols,
                Parts = parts,
                X = px,
                Gain = pGain,
                Mean = pMean,
                Inverse = pInverse,
                Dy = pdy,
                Dx = pdx,
                DGain = pdGain,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel<TNormalisation> : IKernel
        where TNormalisation : struct, INormalisation
    {
        public int Rows;
        public int Columns;
        public int Parts;
        public float* X;
        public float* Gain;
        public float* Mean;
        public float* Inverse;
        public float* Dy;
        public float* Dx;
        public float* DGain;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                nint at = (nint)row * Columns;
                int part = TNormalisation.IsCentred ? 0 : row % Parts * Columns;
                float mean = TNormalisation.IsCentred ? Mean[row] : 0f;
                if (Dx != null) AddInputGradient<TLanes>(X + at, Gain + part, mean, Inverse[row], Dy + at, Dx + at);
                if (DGain != null) AddGainGradient<TLanes>(X + at, mean, Inverse[row], Dy + at, DGain + part);
            }
        }

        // With n = (x - mean) * inverse and g = gain * dy, centred: dx += inverse * (g - mean(g) - n * mean(g * n)).
        // Not centred: dx += inverse * (g - x * inverse² * mean(g * x)), the same without the mean of g.
        private readonly void AddInputGradient<TLanes>(float* x, float* gain, float mean, float inverse, float* dy, float* dx)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes center = TLanes.Create(mean), factor = TLanes.Create(inverse), sum = TLanes.Zero, dot = TLanes.Zero;
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes weighted = Row.Load<TLanes>(gain + i, count) * Row.Load<TLanes>(dy + i, count);
                TLanes input = Row.Load<TLanes>(x + i, count);
                if (TNormalisation.IsCentred) sum += weighted;
                dot = TLanes.MultiplyAdd(weighted, TNormalisation.IsCentred ? (input - center) * factor : input, dot);
            }
            TLanes shift = TLanes.Create(TLanes.Sum(sum) / Columns);
            float along = TLanes.Sum(dot);
            TLanes pull = TLanes.Create((TNormalisation.IsCentred ? -along : -inverse * inverse * along) / Columns);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes weighted = Row.Load<TLanes>(gain + i, count) * Row.Load<TLanes>(dy + i, count);
                TLanes input = Row.Load<TLanes>(x + i, count);
                TLanes gradient = TNormalisation.IsCentred
                    ? TLanes.MultiplyAdd(pull, (input - center) * factor, weighted - shift)
                    : TLanes.MultiplyAdd(pull, input, weighted);
                Row.Store(dx + i, TLanes.MultiplyAdd(factor, gradient, Row.Load<TLanes>(dx + i, count)), count);
            }
        }

        // dGain += dy * (x - mean) * inverse
        private readonly void AddGainGradient<TLanes>(float* x, float mean, float inverse, float* dy, float* dGain)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes center = TLanes.Create(mean), factor = TLanes.Create(inverse);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes normal = Normal<TNormalisation, TLanes>(Row.Load<TLanes>(x + i, count), center, factor);
                TLanes sum = TLanes.MultiplyAdd(Row.Load<TLanes>(dy + i, count), normal, Row.Load<TLanes>(dGain + i, count));
                Row.Store(dGain + i, sum, count);
            }
        }
    }
}
