namespace Oversight.Methods.SelfAmplification;

/// <summary>What sigma^1 is taken to mean. Each is a permutation that commutes with all powers of sigma, so nothing that M can see tells one from another.</summary>
internal enum Meaning
{
    /// <summary>sigma, as H means it.</summary>
    Usual,

    /// <summary>sigma applied twice.</summary>
    Square,

    /// <summary>The inverse of sigma.</summary>
    Inverse,
}
