namespace Oversight.Numerics;

/// <summary>Products of row-major matrices of floats with explicit row strides.</summary>
/// <remarks>
/// <para>
/// Every element of the result is one chain of multiply-adds in the order of depth, starting from 0, from the old value or from
/// the bias; so results do not depend on blocking, alignment, threads or how the caller cuts the rows. Paths whose hardware
/// fuses the multiply-add give equal bits.
/// </para>
/// <para>
/// The result must not overlap the inputs. Thread-safe: each thread packs into scratch memory of its own, allocated by its first
/// call and again only when a larger product needs more.
/// </para>
/// </remarks>
public static unsafe partial class MatrixMultiply
{
    private static void Run(in MatrixOperands operands)
    {
        MatrixKernel kernel = new(operands);
        Simd.Run(ref kernel);
    }
}
