using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// H, who can look up one edge an answer and compare two numbers. They ask the helper of the level below how long the two halves of the way are,
/// but look the first half up themselves if it is one edge. An answer is refuted if a half is not as long as it should be; of those that are not
/// refuted, the shorter is better. With an <see cref="IgnorantHelper"/> this is H alone (Leike et al. 2018, arXiv 1811.07871, section 3.2:
/// recursion).
/// </summary>
/// <param name="questions">What can be asked.</param>
/// <param name="helper">Whom H asks.</param>
/// <param name="range">The longest distance of the answers.</param>
public sealed class AssistedHuman(RouteQuestions questions, IHelper helper, int range) : IAppraiser
{
    private readonly List<(int Answer, int Length)> _legs = [];
    private readonly List<Question> _asked = [];

    /// <inheritdoc/>
    public void Appraise(ReadOnlySpan<Proposal> proposals, Span<Appraisal> appraisals)
    {
        _legs.Clear();
        _asked.Clear();
        for (int i = 0; i < proposals.Length; i++)
            appraisals[i] = Look(i, proposals[i]);
        int[] replies = new int[_asked.Count];
        helper.Measure(_asked.ToArray(), replies);
        for (int i = 0; i < replies.Length; i++)
        {
            (int answer, int length) = _legs[i];
            // A helper that does not reach so far says "farther" of everything beyond, which speaks for no length in particular.
            if (replies[i] != Math.Min(length, helper.Range + 1))
                appraisals[answer] = appraisals[answer] with { Standing = Standing.Refuted, Place = range + 2 };
        }
    }

    /// <summary>What H sees without help; what they cannot see is put on the list for the helper.</summary>
    private Appraisal Look(int answer, Proposal proposal)
    {
        if (proposal.IsFarther)
            return new Appraisal(Standing.CannotTell, range + 1, 0, 0);
        int put = 0;
        bool looked = proposal.Near == 1;
        if (looked && !questions.HasEdge(questions.NearOf(proposal)))
            return new Appraisal(Standing.Refuted, range + 2, 1, 0);
        if (!looked)
            put += Put(answer, proposal.Near, questions.NearOf(proposal));
        if (proposal.Rest > 0)
            put += Put(answer, proposal.Rest, questions.RestOf(proposal));
        return new Appraisal(Standing.Confirmed, proposal.Length, looked ? 1 : 0, put);
    }

    private int Put(int answer, int length, Question question)
    {
        if (helper.Range == 0)
            return 0;
        _legs.Add((answer, length));
        _asked.Add(question);
        return 1;
    }
}
