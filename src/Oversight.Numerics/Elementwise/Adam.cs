namespace Oversight.Numerics;

/// <summary>Adam with decoupled weight decay (AdamW).</summary>
/// <remarks>Thread-safe for disjoint spans.</remarks>
public static unsafe class Adam
{
    /// <summary>One step over all weights.</summary>
    /// <remarks>
    /// With G = GradientScale * gradient: first += (1 - Beta1) * (G - first), second += (1 - Beta2) * (G² - second), weight -=
    /// LearningRate * (FirstCorrection * first / (sqrt(SecondCorrection * second) + Epsilon) + WeightDecay * weight).
    /// </remarks>
    /// <param name="weights">The weights, updated; they fix the length.</param>
    /// <param name="gradients">The gradients, as long as the weights; not changed.</param>
    /// <param name="firstMoment">Running mean of gradients, as long as the weights, updated; 0 before the first step.</param>
    /// <param name="secondMoment">Running mean of squared gradients, as long as the weights, updated; 0 before the first step.</param>
    /// <param name="c">The step's coefficients.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(
        Span<float> weights, ReadOnlySpan<float> gradients, Span<float> firstMoment, Span<float> secondMoment, in AdamCoefficients c)
    {
        ThrowHelper.CheckLength(gradients, weights.Length);
        ThrowHelper.CheckLength<float>(firstMoment, weights.Length, nameof(firstMoment));
        ThrowHelper.CheckLength<float>(secondMoment, weights.Length, nameof(secondMoment));
        fixed (float* pWeights = weights, pGradients = gradients, pFirst = firstMoment, pSecond = secondMoment)
        {
            StepKernel kernel = new()
            {
                Length = weights.Length,
                Weights = pWeights,
                Gradients = pGradients,
                First = pFirst,
                Second = pSecond,
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
        public AdamCoefficients Coefficients;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            AdamCoefficients c = Coefficients;
            TLanes gradientScale = TLanes.Create(c.GradientScale), epsilon = TLanes.Create(c.Epsilon);
            TLanes firstShare = TLanes.Create(1f - c.Beta1), secondShare = TLanes.Create(1f - c.Beta2);
            TLanes secondCorrection = TLanes.Create(c.SecondCorrection);
            TLanes step = TLanes.Create(-c.LearningRate * c.FirstCorrection);
            TLanes keep = TLanes.Create(1f - (c.LearningRate * c.WeightDecay));
            for (int i = 0; i < Length; i += TLanes.Count)
            {
                int count = Length - i;
                TLanes gradient = Row.Load<TLanes>(Gradients + i, count) * gradientScale;
                TLanes first = Row.Load<TLanes>(First + i, count);
                TLanes second = Row.Load<TLanes>(Second + i, count);
                first = TLanes.MultiplyAdd(firstShare, gradient - first, first);
                second = TLanes.MultiplyAdd(secondShare, (gradient * gradient) - second, second);
                TLanes direction = first / (TLanes.Sqrt(second * secondCorrection) + epsilon);
                TLanes weight = Row.Load<TLanes>(Weights + i, count) * keep;
                Row.Store(First + i, first, count);
                Row.Store(Second + i, second, count);
                Row.Store(Weights + i, TLanes.MultiplyAdd(step, direction, weight), count);
            }
        }
    }
}
