namespace Oversight.Methods.ExpertIteration;

/// <summary>How answers are proposed to the verifier.</summary>
public enum ProposalSearch
{
    /// <summary>X's own answers, drawn from its distribution.</summary>
    Samples,

    /// <summary>X's answers to the overseer's sub-questions, combined as the overseer combines them: one step further than X.</summary>
    Decomposed,
}
