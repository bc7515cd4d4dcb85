namespace Oversight.Core;

/// <summary>What oversight costs, counted the same way for every method. Immutable; add with <c>+</c>.</summary>
/// <param name="HumanQueries">Top-level questions decomposed by the real H: the scarce resource of the method.</param>
/// <param name="HumanDecisions">Sub-questions and answers given by the real H.</param>
/// <param name="Labels">Ground-truth answers used for training.</param>
/// <param name="QuestionsAnswered">Questions answered by X (the teacher's sub-answers).</param>
/// <param name="AssistantCalls">Batched calls of X that answered them.</param>
/// <param name="Steps">Batches that X was given in the method proper.</param>
/// <param name="HumanModelSteps">Optimiser steps of whoever stands in for H: of H', or of a weak supervisor.</param>
/// <param name="JudgeLookUps">Facts that a judge looked up to decide a debate or its like.</param>
/// <param name="FactsRead">Facts that the real H read, to answer or to compare: their primitive sub-questions among them.</param>
/// <param name="RewardQueries">Calls of an external verifier or of a reward.</param>
/// <param name="PreparingSteps">Batches that X was given before the method proper.</param>
public sealed record OversightLedger(
    long HumanQueries = 0,
    long HumanDecisions = 0,
    long Labels = 0,
    long QuestionsAnswered = 0,
    long AssistantCalls = 0,
    long Steps = 0,
    long HumanModelSteps = 0,
    long JudgeLookUps = 0,
    long FactsRead = 0,
    long RewardQueries = 0,
    long PreparingSteps = 0)
{
    /// <summary>The costs of two pieces of work together.</summary>
    public static OversightLedger operator +(OversightLedger left, OversightLedger right) => Add(left, right);

    /// <summary>The costs of two pieces of work together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static OversightLedger Add(OversightLedger left, OversightLedger right) => new(
        left.HumanQueries + right.HumanQueries,
        left.HumanDecisions + right.HumanDecisions,
        left.Labels + right.Labels,
        left.QuestionsAnswered + right.QuestionsAnswered,
        left.AssistantCalls + right.AssistantCalls,
        left.Steps + right.Steps,
        left.HumanModelSteps + right.HumanModelSteps,
        left.JudgeLookUps + right.JudgeLookUps,
        left.FactsRead + right.FactsRead,
        left.RewardQueries + right.RewardQueries,
        left.PreparingSteps + right.PreparingSteps);
}
