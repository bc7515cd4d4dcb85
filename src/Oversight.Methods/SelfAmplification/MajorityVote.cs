using Oversight.Core;

namespace Oversight.Methods.SelfAmplification;

/// <summary>Several answers to each of some questions, and the one that more than half of them are. Reusable without allocating.</summary>
/// <param name="votes">Answers a question.</param>
/// <param name="capacity">Questions at once.</param>
internal sealed class MajorityVote(int votes, int capacity)
{
    private readonly Answer[][] _ballots = [.. Enumerable.Range(0, votes).Select(_ => new Answer[capacity])];

    /// <summary>Answers a question.</summary>
    public int Votes => votes;

    /// <summary>Where the answers of one voter are put down, one a question.</summary>
    /// <param name="voter">The voter, from 0.</param>
    /// <param name="questions">How many questions there are.</param>
    public Span<Answer> Ballot(int voter, int questions) => _ballots[voter].AsSpan(0, questions);

    /// <summary>Finds the winners; idk where no answer has more than half of the votes.</summary>
    /// <param name="winners">Filled with one answer a question.</param>
    public void Count(Span<Answer> winners)
    {
        for (int question = 0; question < winners.Length; question++)
            winners[question] = WinnerOf(question);
    }

    private Answer WinnerOf(int question)
    {
        foreach (Answer[] candidate in _ballots)
        {
            int same = 0;
            foreach (Answer[] other in _ballots)
                same += other[question] == candidate[question] ? 1 : 0;
            if (2 * same > votes)
                return candidate[question];
        }

        return Answer.Unknown;
    }
}
