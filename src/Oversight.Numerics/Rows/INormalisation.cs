namespace Oversight.Numerics;

/// <summary>Which normalisation of rows a kernel computes: a constant for the compiler.</summary>
internal interface INormalisation
{
    /// <summary>Whether the mean of a row is taken from it and a bias added to what comes out; else a row is only scaled.</summary>
    static abstract bool IsCentred { get; }
}
