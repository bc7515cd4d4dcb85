using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.ExpertIteration;

/// <summary>Expert iteration: how X's proposals are searched, and what a verdict covers.</summary>
public sealed record ExpertIterationOptions : IMethodOptions
{
    string IMethodOptions.Group => "expert";

    /// <summary>
    /// How answers are proposed: X's own, drawn from its distribution; or its answers to H's sub-questions, combined as H combines them, so that search reaches
    /// one step further than X.
    /// </summary>
    [Description("proposals: samples (X's own answers), or decomposed (X's answers to H's sub-questions, combined)")]
    public ProposalSearch Search { get; init; }

    /// <summary>How many proposals are made for a question at most; the first is the most probable, the others are drawn.</summary>
    [Range(1, 1024), Description("proposals a question at most")]
    public int Proposals { get; init; } = 4;

    /// <summary>The temperature at which proposals are drawn.</summary>
    [Range(0.05, 20.0), Description("temperature at which proposals are drawn")]
    public double Temperature { get; init; } = 1;

    /// <summary>How many answers one verdict covers: all of them must be right. The larger, the sparser the reward.</summary>
    [Range(1, 64), Description("answers that one verdict covers; all must be right")]
    public int Sheet { get; init; } = 1;

    /// <summary>Who gives the verdict: the truth, or a coin, a control that must fail.</summary>
    [Description("the verifier: truth, or coin (verdicts by chance; a control that must fail)")]
    public VerifierKind Verifier { get; init; }

    /// <summary>How answers are proposed to the verifier.</summary>
    internal ProposalOptions Proposing => new(Proposals, Temperature, Sheet, Decomposes: Search == ProposalSearch.Decomposed);
}
