using Oversight.Core;

namespace Oversight.Protocols.Debate;

/// <summary>
/// Debate on whole answers (Irving, Christiano and Amodei 2018, arXiv 1805.00899): a proposer says what its answer rests on, an opponent says which claim it doubts or what it knows
/// better, and that one claim is debated down to a fact, by whoever holds it. The judge sees what was said, and one fact.
/// </summary>
/// <param name="dispute">What is disputed, and how.</param>
/// <param name="proposer">Gives the answers.</param>
/// <param name="opponent">Denies them.</param>
/// <param name="judge">Rules on the claims.</param>
public sealed class AnswerDebate(IDispute dispute, IDisputant proposer, IDisputant opponent, IJudge judge)
{
    private readonly List<Position> _positions = [];

    /// <summary>Debates answers.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="answers">What is answered.</param>
    /// <returns>For each whether it stands; one that is no answer to its question falls without a debate.</returns>
    public Ruling[] Play(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> answers)
    {
        var rulings = new Ruling[questions.Length];
        Array.Fill(rulings, new Ruling(Stands: false, RulingReason.NoAnswer, LookUps: 0));
        int[] held = HeldOf(questions, answers);
        var positions = new Position[held.Length];
        var objections = new Objection[held.Length];
        proposer.State(Pick(questions, held), Pick(answers, held), positions);
        opponent.Oppose(positions, objections);
        Debate(held, objections, byProposer: true, rulings);
        Debate(held, objections, byProposer: false, rulings);
        return rulings;
    }

    private int[] HeldOf(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> answers)
    {
        var held = new List<int>();
        for (int i = 0; i < questions.Length; i++)
        {
            _positions.Clear();
            dispute.AddPositions(questions[i], answers[i], _positions);
            if (_positions.Count > 0)
                held.Add(i);
        }

        return [.. held];
    }

    /// <summary>Debates the claims of one side; what a proposer holds must stand, what an opponent holds must fall.</summary>
    private void Debate(int[] held, Objection[] objections, bool byProposer, Ruling[] rulings)
    {
        int[] chosen = [.. Enumerable.Range(0, held.Length).Where(i => objections[i].HeldByProposer == byProposer)];
        (IDisputant holder, IDisputant challenger) = byProposer ? (proposer, opponent) : (opponent, proposer);
        DebateRecord[] debates = new DebateMatch(dispute.Game, holder.Debater, challenger.Debater).Play([.. chosen.Select(i => objections[i].Claim)]);
        for (int i = 0; i < chosen.Length; i++)
        {
            Ruling ruling = judge.Rule(debates[i]);
            rulings[held[chosen[i]]] = ruling with { Stands = ruling.Stands == byProposer };
        }
    }

    private static T[] Pick<T>(ReadOnlySpan<T> items, int[] chosen)
    {
        var picked = new T[chosen.Length];
        for (int i = 0; i < picked.Length; i++)
            picked[i] = items[chosen[i]];
        return picked;
    }
}
