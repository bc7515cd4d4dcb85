namespace Oversight.Runs.Rounds;

/// <summary>
/// The options that a method brings with it, beside those that every run has. An immutable record whose public properties are the settings: a
/// <c>Description</c>, a <c>Range</c> and an enum are all that the command line needs to know of one.
/// </summary>
public interface IMethodOptions
{
    /// <summary>The name of the group in <c>config.json</c> and before the dot in <c>--set</c>: <c>debate</c> in <c>debate.judge=coin</c>.</summary>
    string Group { get; }
}
