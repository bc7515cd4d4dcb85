using System.Collections.Immutable;

namespace Oversight.Tasks;

/// <summary>A setting that was tuned for a task: what a run on it starts from, unless its user says otherwise.</summary>
/// <param name="Path">The setting, as <c>oversight settings</c> lists it: <c>assistant.width</c>.</param>
/// <param name="Value">Its value, as a person types it.</param>
/// <param name="Methods">The methods for which it was tuned; none for all.</param>
public sealed record TunedSetting(string Path, string Value, params ImmutableArray<string> Methods)
{
    /// <summary>Whether it was tuned for a method.</summary>
    /// <param name="method">The method's name.</param>
    public bool IsFor(string method) => Methods.IsDefaultOrEmpty || Methods.Contains(method);
}
