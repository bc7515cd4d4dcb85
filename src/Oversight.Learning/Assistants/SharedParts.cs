namespace Oversight.Learning.Assistants;

/// <summary>
/// What all layers of a look-up network have in common. What is learned of one level of a question then holds for every level; beside it a layer adjusts the gates, and
/// counts with an MLP of its own where that is not shared too.
/// </summary>
/// <param name="Lookups">What is looked up.</param>
/// <param name="Gates">How far it is taken, before a layer's adjustment.</param>
/// <param name="Mlp">What is made of it; null where each layer has its own.</param>
internal sealed record SharedParts(ILookups Lookups, LookupGates Gates, LookupMlp? Mlp);
