namespace Oversight.Methods.RewardModelling;

/// <summary>H in reward modelling: forms an opinion of answers, which are then compared. A script, a person or a language model.</summary>
public interface IAppraiser
{
    /// <summary>Appraises each answer on its own.</summary>
    /// <param name="proposals">The answers.</param>
    /// <param name="appraisals">Filled with one opinion an answer.</param>
    void Appraise(ReadOnlySpan<Proposal> proposals, Span<Appraisal> appraisals);
}
