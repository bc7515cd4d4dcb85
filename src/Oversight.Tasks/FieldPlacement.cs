using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>
/// Tells the fields of a statement that a word of a fact stands in; none leaves the word out. Called for every fact of every batch, so it
/// should allocate nothing: a collection of constants such as <c>[2, 3]</c> and <see cref="StatementLayout.Field"/> do not.
/// </summary>
/// <param name="fact">The fact.</param>
/// <param name="slot">Which of <see cref="StatementLayout.FactSlots"/> the word stands in.</param>
/// <param name="statement">Which of the fact's statements, from 0 to <see cref="StatementLayout.StatementsPerFact"/> - 1.</param>
public delegate ReadOnlySpan<int> FieldPlacement(Symbols fact, int slot, int statement);
