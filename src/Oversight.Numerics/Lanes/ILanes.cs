using System.Numerics;

namespace Oversight.Numerics;

/// <summary>A vector of <see cref="Count"/> floats: what a kernel may ask of the hardware.</summary>
/// <remarks>
/// Kernels are written once against this interface and compiled once for each width. <see cref="ScalarLanes"/>, with one
/// lane, is the definition; the others do the same to every lane. Addresses need no alignment.
/// </remarks>
internal unsafe interface ILanes<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Number of floats in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of a matrix tile two vectors wide that the registers of this width can hold.</summary>
    static abstract int TileRows { get; }

    /// <summary>0 in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The value in every lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>The floats from <paramref name="source"/> on.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>The first <paramref name="count"/> floats from <paramref name="source"/> on, and 0 in the lanes after them.</summary>
    static abstract TSelf LoadPartial(float* source, int count);

    /// <summary>Writes all lanes.</summary>
    static abstract void Store(float* destination, TSelf value);

    /// <summary>Writes the first <paramref name="count"/> lanes and touches nothing after them.</summary>
    static abstract void StorePartial(float* destination, TSelf value, int count);

    /// <summary>The first <paramref name="count"/> lanes of <paramref name="value"/>, then those of <paramref name="rest"/>.</summary>
    static abstract TSelf KeepFirst(TSelf value, int count, TSelf rest);

    /// <summary>x * y + z, with one rounding where the hardware has it.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>The larger of the two; NaN when either is.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The larger of a number and y: NaN when y is; x must not be NaN. One instruction.</summary>
    static abstract TSelf AtLeast(TSelf x, TSelf y);

    /// <summary>The smaller of a number and y: NaN when y is; x must not be NaN. One instruction.</summary>
    static abstract TSelf AtMost(TSelf x, TSelf y);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>value where condition &gt; 0, else 0 (also where the condition is NaN).</summary>
    static abstract TSelf WherePositive(TSelf condition, TSelf value);

    /// <summary>value * 2^exponent, for whole exponents from -252 to 254; exact but for denormal results.</summary>
    static abstract TSelf ScaleByPowerOfTwo(TSelf value, TSelf exponent);

    /// <summary>Sum of the lanes, in a fixed order.</summary>
    static abstract float Sum(TSelf x);

    /// <summary>Largest lane; may pass over lanes that are NaN.</summary>
    static abstract float MaxLane(TSelf x);

    /// <summary>
    /// Four floats of every fourth row: lanes 4q to 4q+3 hold the four floats from row 4q of <paramref name="source"/> on.
    /// Only for widths of at least four lanes.
    /// </summary>
    static abstract TSelf LoadQuads(float* source, nint rowStride);

    /// <summary>Transposes, in every group of four lanes, the 4 x 4 matrix whose rows are the arguments.</summary>
    static abstract void TransposeQuads(ref TSelf x, ref TSelf y, ref TSelf z, ref TSelf w);
}
