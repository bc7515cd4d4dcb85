using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Oversight.Numerics;

/// <summary>Which vectors the kernels use on this machine.</summary>
/// <remarks>Fixed for the life of the process; every kernel of this library takes this path. Thread-safe.</remarks>
public static class Simd
{
    /// <summary>The widest path whose vectors are hardware accelerated here.</summary>
    public static VectorPath Path =>
        Vector512.IsHardwareAccelerated ? VectorPath.Vector512
        : Vector256.IsHardwareAccelerated ? VectorPath.Vector256
        : Vector128.IsHardwareAccelerated ? VectorPath.Vector128
        : VectorPath.Scalar;

    /// <summary>The bits of that path's vectors; 0 for none.</summary>
    public static int Bits => Path switch
    {
        VectorPath.Vector512 => 512,
        VectorPath.Vector256 => 256,
        VectorPath.Vector128 => 128,
        _ => 0,
    };

    /// <summary>Runs a kernel on the widest accelerated path; the compiler keeps only the branch taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TKernel>(ref TKernel kernel)
        where TKernel : struct, IKernel
    {
        if (Vector512.IsHardwareAccelerated) kernel.Run<Lanes512>();
        else if (Vector256.IsHardwareAccelerated) kernel.Run<Lanes256>();
        else if (Vector128.IsHardwareAccelerated) kernel.Run<Lanes128>();
        else kernel.Run<ScalarLanes>();
    }

    /// <summary>Runs a kernel on a path named by the caller: for tests of the narrower paths on a wide machine.</summary>
    internal static void Run<TKernel>(ref TKernel kernel, VectorPath path)
        where TKernel : struct, IKernel
    {
        switch (path)
        {
            case VectorPath.Vector512: kernel.Run<Lanes512>(); break;
            case VectorPath.Vector256: kernel.Run<Lanes256>(); break;
            case VectorPath.Vector128: kernel.Run<Lanes128>(); break;
            default: kernel.Run<ScalarLanes>(); break;
        }
    }
}
