using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>What the machine can do at most: multiply-adds without memory, and memory without multiply-adds. The caller measures the time.</summary>
/// <remarks>Thread-safe: for the peak of several cores call it on several threads.</remarks>
public static unsafe class MachinePeak
{
    private const int Chains = 12;

    /// <summary>Runs independent chains of multiply-adds that stay in registers, on the widest vectors of this machine.</summary>
    /// <param name="rounds">How many multiply-adds each chain is long.</param>
    /// <param name="result">The sum of the chains, so that they cannot be left out.</param>
    /// <returns>How many multiplications and additions were done.</returns>
    public static long MultiplyAdds(int rounds, out float result)
    {
        ThrowHelper.CheckSize(rounds);
        MultiplyAddKernel kernel = new() { Rounds = rounds };
        Simd.Run(ref kernel);
        result = kernel.Result;
        return 2L * rounds * Chains * kernel.Lanes;
    }

    /// <summary>y += x over arrays: with arrays larger than the caches, what memory gives.</summary>
    /// <param name="x">Read.</param>
    /// <param name="y">Read and written, as long as <paramref name="x"/>.</param>
    /// <returns>How many bytes were read or written.</returns>
    public static long Stream(ReadOnlySpan<float> x, Span<float> y)
    {
        Elementwise.AddTo(x, y);
        return 3L * sizeof(float) * x.Length;
    }

    private struct MultiplyAddKernel : IKernel
    {
        public int Rounds;
        public int Lanes;
        public float Result;

        [SkipLocalsInit]
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            // Below one, so that the chains go to a limit instead of to infinity.
            TLanes x = TLanes.Create(0.5f), y = TLanes.Create(Rounds == 0 ? 0f : 1f);
            TLanes c0 = y, c1 = y, c2 = y, c3 = y, c4 = y, c5 = y, c6 = y, c7 = y, c8 = y, c9 = y, cA = y, cB = y;
            for (int i = Rounds; i > 0; i--)
            {
                c0 = TLanes.MultiplyAdd(c0, x, y);
                c1 = TLanes.MultiplyAdd(c1, x, y);
                c2 = TLanes.MultiplyAdd(c2, x, y);
                c3 = TLanes.MultiplyAdd(c3, x, y);
                c4 = TLanes.MultiplyAdd(c4, x, y);
                c5 = TLanes.MultiplyAdd(c5, x, y);
                c6 = TLanes.MultiplyAdd(c6, x, y);
                c7 = TLanes.MultiplyAdd(c7, x, y);
                c8 = TLanes.MultiplyAdd(c8, x, y);
                c9 = TLanes.MultiplyAdd(c9, x, y);
                cA = TLanes.MultiplyAdd(cA, x, y);
                cB = TLanes.MultiplyAdd(cB, x, y);
            }

            Lanes = TLanes.Count;
            Result = TLanes.Sum(c0 + c1 + c2 + c3 + c4 + c5 + (c6 + c7 + c8 + c9 + cA + cB));
        }
    }
}
