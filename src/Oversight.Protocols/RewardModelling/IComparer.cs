namespace Oversight.Protocols.RewardModelling;

/// <summary>The seat of H in reward modelling: compares two answers to one question. A script, a person.</summary>
public interface IComparer
{
    /// <summary>Compares answers, many pairs at a time.</summary>
    /// <param name="pairs">Answers to the same question.</param>
    /// <param name="opinions">Filled, one a pair.</param>
    void Compare(ReadOnlySpan<(Walk First, Walk Second)> pairs, Span<Opinion> opinions);
}
