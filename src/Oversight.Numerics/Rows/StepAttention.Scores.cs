namespace Oversight.Numerics;

/// <summary>The two products of attention for a single query: what a decoder with cached keys and values needs at each step.</summary>
/// <remarks>Keys are kept transposed, one column a step, so that scores of many steps are made at once and nothing is summed across lanes. Thread-safe.</remarks>
public static unsafe partial class StepAttention
{
    /// <summary>scores[s] = scale * sum over i of q[i] * keys[i, s].</summary>
    /// <param name="steps">Number of cached steps.</param>
    /// <param name="width">Floats of a key.</param>
    /// <param name="q">width floats: the query.</param>
    /// <param name="keys">width x steps: one column a step.</param>
    /// <param name="ldk">From one row of keys to the next.</param>
    /// <param name="scores">steps floats, overwritten.</param>
    /// <param name="scale">Factor of the products.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Scores(int steps, int width, ReadOnlySpan<float> q, ReadOnlySpan<float> keys, int ldk, Span<float> scores, float scale)
    {
        ThrowHelper.CheckSize(steps);
        ThrowHelper.CheckSize(width);
        ThrowHelper.CheckAtLeast(q, width);
        ThrowHelper.CheckMatrix(keys, width, steps, ldk);
        ThrowHelper.CheckAtLeast<float>(scores, steps, nameof(scores));
        fixed (float* pq = q, pk = keys, ps = scores)
        {
            ScoresKernel kernel = new() { Steps = steps, Width = width, Q = pq, Keys = pk, KeyRow = ldk, Scores = ps, Scale = scale };
            Simd.Run(ref kernel);
        }
    }

    private struct ScoresKernel : IKernel
    {
        public int Steps;
        public int Width;
        public float* Q;
        public float* Keys;
        public nint KeyRow;
        public float* Scores;
        public float Scale;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes factor = TLanes.Create(Scale);
            for (int step = 0; step < Steps; step += TLanes.Count)
            {
                int count = Steps - step;
                TLanes even = TLanes.Zero, odd = TLanes.Zero;
                float* column = Keys + step;
                int i = 0;
                for (; i + 1 < Width; i += 2, column += 2 * KeyRow)
                {
                    even = TLanes.MultiplyAdd(TLanes.Create(Q[i]), Row.Load<TLanes>(column, count), even);
                    odd = TLanes.MultiplyAdd(TLanes.Create(Q[i + 1]), Row.Load<TLanes>(column + KeyRow, count), odd);
                }
                if (i < Width) even = TLanes.MultiplyAdd(TLanes.Create(Q[i]), Row.Load<TLanes>(column, count), even);
                Row.Store(Scores + step, (even + odd) * factor, count);
            }
        }
    }
}
