using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>What facts show to those who look them up.</summary>
/// <param name="Keys">(facts, any): what they are found by.</param>
/// <param name="Values">(facts, field width): what is fetched.</param>
internal sealed record LookupReading(Tensor Keys, Tensor Values);
