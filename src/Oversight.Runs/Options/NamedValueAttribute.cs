namespace Oversight.Runs.Options;

/// <summary>A value outside a setting's range that has a name of its own: <c>until=never</c>. In JSON it stands as the number.</summary>
/// <param name="name">What people type and read.</param>
/// <param name="value">The number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamedValueAttribute(string name, double value) : Attribute
{
    /// <summary>What people type and read.</summary>
    public string Name { get; } = name;

    /// <summary>The number.</summary>
    public double Value { get; } = value;
}
