namespace Oversight.Numerics;

/// <summary>How many floats the kernels work on at a time.</summary>
public enum VectorPath
{
    /// <summary>One float at a time: no hardware vectors.</summary>
    Scalar,

    /// <summary>Four floats: SSE4.2 or Arm AdvSimd.</summary>
    Vector128,

    /// <summary>Eight floats: AVX2.</summary>
    Vector256,

    /// <summary>Sixteen floats: AVX-512.</summary>
    Vector512,
}
