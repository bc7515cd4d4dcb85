using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>Adam with decoupled weight decay (AdamW).</summary>
/// <remarks>Thread-safe for disjoint spans.</remarks>
public static unsafe class Adam
{
    /// <summary>One step over all weights, and of their moving average in the same pass.</summary>
    /// <remarks>
    /// With G = GradientScale * gradient: first += (1 - Beta1) * (G - first), second += (1 - Beta2) * (G² - second), weight -=
    /// LearningRate * (FirstCorrection * first / (sqrt(SecondCorrection * second) + Epsilon) + WeightDecay * weight), and then average += AverageShare * (weight - average).
    /// </remarks>
    /// <param name="weights">The weights, updated; they fix the length.</param>
    /// <param name="gradients">The gradients, as long as the weights; not changed.</param>
    /// <param name="firstMoment">Running mean of gradients, as long as the weights, updated; 0 before the first step.</param>
    /// <param name="secondMoment">Running mean of squared gradients, as long as the weights, updated; 0 before the first step.</param>
    /// <param name="average">The weights' moving average, as long as the weights, updated; empty for none.</param>
    /// <param name="c">The step's coefficients.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(
        Span<float> weights,
        ReadOnlySpan<float> gradients,
        Span<float> firstMoment,
        Span<float> secondMoment,
        Span<float> average,
        in AdamCoefficients c)
    {
        ThrowHelper.CheckLength(gradients, weights.Length);
        ThrowHelper.CheckLength<float>(firstMoment, weights.Length, nameof(firstMoment));
        ThrowHelper.CheckLength<float>(secondMoment, weights.Length, nameof(secondMoment));
        if (!average.IsEmpty) ThrowHelper.CheckLength<float>(average, weights.Length, nameof(average));
        fixed (float* pWeights = weights, pGradients = gradients, pFirst = firstMoment, pSecond = secondMoment, pAverage = average)
        {
            StepKernel kernel = new()
            {
                Length = weights.Length,
                Weights = pWeights,
                Gradients = pGradients,
                First = pFirst,
                Second = pSecond,
                Average = pAverage,
                Coefficients = c,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct StepKernel : IKernel
    {
        public int Length;
        public float* Weights;
        public float* Gradients;
        public float* First;
        public float* Second;
        public float* Average;
        public AdamCoefficients Coefficients;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            StepKernel kernel = this;
            int i = 0;
            for (; i <= kernel.Length - TLanes.Count; i += TLanes.Count) kernel.RunAt<TLanes>(i, TLanes.Count);
            if (i < kernel.Length) kernel.RunAt<TLanes>(i, kernel.Length - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void RunAt<TLanes>(int i, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes gradient = Row.Load<TLanes>(Gradients + i, count) * TLanes.Create(Coefficients.GradientScale);
            TLanes first = Row.Load<TLanes>(First + i, count);
            TLanes second = Row.Load<TLanes>(Second + i, count);
            first = TLanes.MultiplyAdd(TLanes.Create(1f - Coefficients.Beta1), gradient - first, first);
            second = TLanes.MultiplyAdd(TLanes.Create(1f - Coefficients.Beta2), (gradient * gradient) - second, second);
            TLanes root = TLanes.Sqrt(second * TLanes.Create(Coefficients.SecondCorrection));
            TLanes direction = first / (root + TLanes.Create(Coefficients.Epsilon));
            TLanes weight = Row.Load<TLanes>(Weights + i, count);
            weight *= TLanes.Create(1f - (Coefficients.LearningRate * Coefficients.WeightDecay));
            TLanes step = TLanes.Create(-Coefficients.LearningRate * Coefficients.FirstCorrection);
            Row.Store(First + i, first, count);
            Row.Store(Second + i, second, count);
            weight = TLanes.MultiplyAdd(step, direction, weight);
            Row.Store(Weights + i, weight, count);
            if (Average is null) return;
            TLanes average = Row.Load<TLanes>(Average + i, count);
            Row.Store(Average + i, TLanes.MultiplyAdd(TLanes.Create(Coefficients.AverageShare), weight - average, average), count);
        }
    }
}
