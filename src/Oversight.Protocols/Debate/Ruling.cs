namespace Oversight.Protocols.Debate;

/// <summary>What a judge says of a debate.</summary>
/// <param name="Stands">Whether the root claim stands, so that its holder has won.</param>
/// <param name="Reason">Why.</param>
/// <param name="LookUps">How many facts the judge looked up.</param>
public readonly record struct Ruling(bool Stands, RulingReason Reason, int LookUps);
