namespace Oversight.Protocols.Debate;

/// <summary>One turn of a debate: how the contested claim was split, and which half is contested now.</summary>
/// <param name="Split">Stated by the holder.</param>
/// <param name="Choice">Made by the challenger.</param>
public readonly record struct Turn(Split Split, Choice Choice);
