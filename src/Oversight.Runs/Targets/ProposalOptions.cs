namespace Oversight.Runs.Targets;

/// <summary>How answers are proposed to a verifier.</summary>
/// <param name="Proposals">How many proposals are made for a question at most; the first is the most probable, the others are drawn.</param>
/// <param name="Temperature">The temperature at which they are drawn.</param>
/// <param name="Sheet">How many answers one verdict covers: all of them must be right.</param>
/// <param name="Decomposes">
/// Whether X's answers to H's sub-questions are proposed, combined as H combines them, so that search reaches one step further than X; otherwise X's own.
/// </param>
public sealed record ProposalOptions(int Proposals, double Temperature, int Sheet = 1, bool Decomposes = false);
