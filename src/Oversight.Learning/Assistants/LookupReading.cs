using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>What facts show to those who look them up.</summary>
/// <param name="Names">(facts, field width): what they are about, to be found by.</param>
/// <param name="Rows">(facts, operands * field width): what they depend on, to be found by as a row of a table is; null where facts have no place for it.</param>
/// <param name="Results">(facts, field width): what is fetched.</param>
/// <param name="Kept">(facts, field width) each: what is fetched along.</param>
/// <param name="Counted">(facts, hidden): what facts add to a sum over all of them; null where nothing is counted.</param>
internal sealed record LookupReading(Tensor Names, Tensor? Rows, Tensor Results, IReadOnlyList<Tensor> Kept, Tensor? Counted = null);
