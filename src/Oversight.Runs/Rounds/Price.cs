namespace Oversight.Runs.Rounds;

/// <summary>One count of what X learned from.</summary>
/// <param name="Count">How many.</param>
/// <param name="What">Of what, as it follows the number: <c>labels (true answers)</c>.</param>
public sealed record Price(long Count, string What);
