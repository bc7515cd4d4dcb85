namespace Oversight.Runs.Rounds;

/// <summary>Whoever teaches X beside H and the facts, and whose accuracy is therefore measured beside X's: a weak supervisor.</summary>
/// <param name="Key">Its name in <c>metrics.jsonl</c> and <c>result.json</c>.</param>
/// <param name="Name">Its name for people.</param>
public sealed record OtherTeacher(string Key, string Name);
