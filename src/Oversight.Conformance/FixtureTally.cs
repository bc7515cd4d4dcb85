namespace Oversight.Conformance;

/// <summary>How one sort of comparison went.</summary>
/// <param name="Agreed">As in the reference.</param>
/// <param name="Expected">Different where the reference is odd and we are not.</param>
/// <param name="Unexpected">Different without such a reason.</param>
public readonly record struct FixtureTally(int Agreed, int Expected, int Unexpected);
