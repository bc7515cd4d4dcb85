using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>
/// Attention of one new symbol each in <see cref="Lanes"/> sequences side by side, one a lane: what a decoder with cached keys and values needs at each step.
/// Nothing is summed across lanes and the cache is read once, front to back.
/// </summary>
/// <remarks>Lanes do not touch one another: what stands in a lane that is not in use has no effect on the others. Thread-safe.</remarks>
public static unsafe partial class SideBySideAttention
{
    /// <summary>How many sequences lie side by side.</summary>
    public const int Lanes = 16;

    /// <summary>softmax(scale q k^T) v for each head of each lane.</summary>
    /// <param name="steps">Number of cached steps, at least 1.</param>
    /// <param name="heads">Number of heads.</param>
    /// <param name="width">Floats of a head in a query, a key or a value.</param>
    /// <param name="q">(heads * width, Lanes): the queries.</param>
    /// <param name="keys">(steps, heads * width, Lanes).</param>
    /// <param name="values">(steps, heads * width, Lanes).</param>
    /// <param name="weights">(steps, Lanes): overwritten with the last head's weights.</param>
    /// <param name="output">(heads * width, Lanes): overwritten.</param>
    /// <param name="scale">Factor of the products.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Attend(
        int steps,
        int heads,
        int width,
        ReadOnlySpan<float> q,
        ReadOnlySpan<float> keys,
        ReadOnlySpan<float> values,
        Span<float> weights,
        Span<float> output,
        float scale)
    {
        int row = CheckSizes(steps, heads, width);
        ThrowHelper.CheckAtLeast(q, row);
        ThrowHelper.CheckAtLeast(keys, steps * row);
        ThrowHelper.CheckAtLeast(values, steps * row);
        ThrowHelper.CheckAtLeast<float>(weights, steps * Lanes, nameof(weights));
        ThrowHelper.CheckAtLeast<float>(output, row, nameof(output));
        fixed (float* pq = q, pk = keys, pv = values, pw = weights, po = output)
        {
            AttendKernel kernel = new()
            {
                Steps = steps,
                Heads = heads,
                Width = width,
                Q = pq,
                Keys = pk,
                Values = pv,
                Weights = pw,
                Output = po,
                Scale = scale,
            };
            Simd.Run(ref kernel);
        }
    }

    /// <summary>scores[s] = scale * sum over i of q[i] * keys[s, i], in each lane.</summary>
    /// <param name="steps">Number of cached steps.</param>
    /// <param name="width">Floats of a query or key.</param>
    /// <param name="q">(width, Lanes): the queries.</param>
    /// <param name="keys">(steps, width, Lanes).</param>
    /// <param name="scores">(steps, Lanes): overwritten.</param>
    /// <param name="scale">Factor of the products.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Scores(int steps, int width, ReadOnlySpan<float> q, ReadOnlySpan<float> keys, Span<float> scores, float scale)
    {
        int row = CheckSizes(steps, 1, width);
        ThrowHelper.CheckAtLeast(q, row);
        ThrowHelper.CheckAtLeast(keys, steps * row);
        ThrowHelper.CheckAtLeast<float>(scores, steps * Lanes, nameof(scores));
        fixed (float* pq = q, pk = keys, ps = scores)
        {
            ScoresKernel kernel = new() { Steps = steps, Width = width, Q = pq, Keys = pk, Scores = ps, Scale = scale };
            Simd.Run(ref kernel);
        }
    }

    private static int CheckSizes(int steps, int heads, int width)
    {
        ThrowHelper.CheckSize(steps);
        ThrowHelper.CheckSize(heads);
        ThrowHelper.CheckSize(width);
        return checked(heads * width * Lanes);
    }

    private struct AttendKernel : IKernel
    {
        public int Steps;
        public int Heads;
        public int Width;
        public float* Q;
        public float* Keys;
        public float* Values;
        public float* Weights;
        public float* Output;
        public float Scale;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            nint stride = Heads * Width * Lanes;
            for (int head = 0; head < Heads; head++)
            {
                nint offset = head * Width * Lanes;
                for (int lane = 0; lane < Lanes; lane += TLanes.Count)
                {
                    RunScores<TLanes>(Steps, Width, Q + offset + lane, Keys + offset + lane, stride, Weights + lane, Scale);
                    RunSoftmax<TLanes>(Steps, Weights + lane);
                    RunMix<TLanes>(Values + offset + lane, stride, Weights + lane, Output + offset + lane);
                }
            }
        }

        private static void RunSoftmax<TLanes>(int steps, float* weights)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes max = TLanes.Load(weights), sum = TLanes.Zero;
            for (int step = 1; step < steps; step++) max = TLanes.AtLeast(max, TLanes.Load(weights + (step * Lanes)));
            for (int step = 0; step < steps; step++)
            {
                TLanes power = Exponential.Exp(TLanes.Load(weights + (step * Lanes)) - max);
                sum += power;
                TLanes.Store(weights + (step * Lanes), power);
            }
            TLanes share = TLanes.Create(1f) / sum;
            for (int step = 0; step < steps; step++) TLanes.Store(weights + (step * Lanes), TLanes.Load(weights + (step * Lanes)) * share);
        }

        // Eight places at a time, so that a step's values are read in long runs.
        private readonly void RunMix<TLanes>(float* values, nint stride, float* weights, float* output)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            int i = 0;
            for (; i + 8 <= Width; i += 8)
            {
                TLanes m0 = TLanes.Zero, m1 = TLanes.Zero, m2 = TLanes.Zero, m3 = TLanes.Zero, m4 = TLanes.Zero, m5 = TLanes.Zero, m6 = TLanes.Zero, m7 = TLanes.Zero;
                float* value = values + (i * Lanes);
                for (int step = 0; step < Steps; step++, value += stride)
                {
                    TLanes weight = TLanes.Load(weights + (step * Lanes));
                    m0 = TLanes.MultiplyAdd(weight, TLanes.Load(value), m0);
                    m1 = TLanes.MultiplyAdd(weight, TLanes.Load(value + Lanes), m1);
                    m2 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (2 * Lanes)), m2);
                    m3 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (3 * Lanes)), m3);
                    m4 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (4 * Lanes)), m4);
                    m5 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (5 * Lanes)), m5);
                    m6 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (6 * Lanes)), m6);
                    m7 = TLanes.MultiplyAdd(weight, TLanes.Load(value + (7 * Lanes)), m7);
                }
                float* place = output + (i * Lanes);
                TLanes.Store(place, m0);
                TLanes.Store(place + Lanes, m1);
                TLanes.Store(place + (2 * Lanes), m2);
                TLanes.Store(place + (3 * Lanes), m3);
                TLanes.Store(place + (4 * Lanes), m4);
                TLanes.Store(place + (5 * Lanes), m5);
                TLanes.Store(place + (6 * Lanes), m6);
                TLanes.Store(place + (7 * Lanes), m7);
            }
            for (; i < Width; i++)
            {
                TLanes mixed = TLanes.Zero;
                float* value = values + (i * Lanes);
                for (int step = 0; step < Steps; step++, value += stride) mixed = TLanes.MultiplyAdd(TLanes.Load(weights + (step * Lanes)), TLanes.Load(value), mixed);
                TLanes.Store(output + (i * Lanes), mixed);
            }
        }
    }

    private struct ScoresKernel : IKernel
    {
        public int Steps;
        public int Width;
        public float* Q;
        public float* Keys;
        public float* Scores;
        public float Scale;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int lane = 0; lane < Lanes; lane += TLanes.Count)
            {
                RunScores<TLanes>(Steps, Width, Q + lane, Keys + lane, Width * Lanes, Scores + lane, Scale);
            }
        }
    }

    // Four steps at a time, each its own chain of multiply-adds in the order of the query.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunScores<TLanes>(int steps, int width, float* q, float* keys, nint stride, float* scores, float scale)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes factor = TLanes.Create(scale);
        int step = 0;
        for (; step + 4 <= steps; step += 4)
        {
            TLanes s0 = TLanes.Zero, s1 = TLanes.Zero, s2 = TLanes.Zero, s3 = TLanes.Zero;
            float* k0 = keys + (step * stride), k1 = k0 + stride, k2 = k1 + stride, k3 = k2 + stride;
            for (nint i = 0; i < width * Lanes; i += Lanes)
            {
                TLanes query = TLanes.Load(q + i);
                s0 = TLanes.MultiplyAdd(query, TLanes.Load(k0 + i), s0);
                s1 = TLanes.MultiplyAdd(query, TLanes.Load(k1 + i), s1);
                s2 = TLanes.MultiplyAdd(query, TLanes.Load(k2 + i), s2);
                s3 = TLanes.MultiplyAdd(query, TLanes.Load(k3 + i), s3);
            }
            TLanes.Store(scores + (step * Lanes), s0 * factor);
            TLanes.Store(scores + ((step + 1) * Lanes), s1 * factor);
            TLanes.Store(scores + ((step + 2) * Lanes), s2 * factor);
            TLanes.Store(scores + ((step + 3) * Lanes), s3 * factor);
        }
        for (; step < steps; step++)
        {
            TLanes sum = TLanes.Zero;
            float* key = keys + (step * stride);
            for (nint i = 0; i < width * Lanes; i += Lanes) sum = TLanes.MultiplyAdd(TLanes.Load(q + i), TLanes.Load(key + i), sum);
            TLanes.Store(scores + (step * Lanes), sum * factor);
        }
    }
}
