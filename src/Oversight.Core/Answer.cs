namespace Oversight.Core;

/// <summary>A, an answer. The empty answer is <see cref="Unknown"/>, "don't know" (idk).</summary>
/// <param name="Words">The answer's symbols.</param>
public readonly record struct Answer(Symbols Words)
{
    /// <summary>idk, "don't know".</summary>
    public static Answer Unknown => default;

    /// <summary>Whether this is idk.</summary>
    public bool IsUnknown => Words.IsEmpty;
}
