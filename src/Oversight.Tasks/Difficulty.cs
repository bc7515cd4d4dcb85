namespace Oversight.Tasks;

/// <summary>How large the instances are that questions are drawn from: a whole number from 0 up, or <see cref="Full"/>.</summary>
/// <param name="Level">The level; each task turns it into a size and caps it at what its configuration can hold.</param>
public readonly record struct Difficulty(int Level)
{
    /// <summary>Full-size instances: infinite difficulty.</summary>
    public static Difficulty Full => new(int.MaxValue);

    /// <summary>
    /// An instance size: <paramref name="smallest"/> at level 0, growing by one a level up to <paramref name="largest"/>.
    /// </summary>
    /// <param name="smallest">The size at level 0.</param>
    /// <param name="largest">The cap.</param>
    public int Size(int smallest, int largest) => (int)Math.Min((long)smallest + Level, largest);

    /// <inheritdoc/>
    public override string ToString() => Level == int.MaxValue ? "full" : Level.ToString();
}
