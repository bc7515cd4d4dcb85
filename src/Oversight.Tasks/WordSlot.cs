namespace Oversight.Tasks;

/// <summary>A place in a fact or a question where the name of one thing stands: an element, a vertex, a variable, a value.</summary>
/// <param name="Start">The first symbol's position.</param>
/// <param name="Length">The number of symbols.</param>
public readonly record struct WordSlot(int Start, int Length);
