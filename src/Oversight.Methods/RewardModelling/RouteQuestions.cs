using Oversight.Core;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Methods.RewardModelling;

/// <summary>What can be asked about distances and what can be proposed. Stateless and thread-safe.</summary>
/// <param name="task">The task whose facts are read.</param>
public sealed class RouteQuestions(ShortestPathTask task)
{
    /// <summary>The task.</summary>
    public ShortestPathTask Task { get; } = task;

    /// <summary>How many proposals a question has.</summary>
    /// <param name="range">The longest distance that is told.</param>
    public int ProposalCount(int range) => 2 + (range - 1) * (Task.VertexCount - 2);

    /// <summary>The question how far it is.</summary>
    /// <param name="facts">The graph.</param>
    /// <param name="from">A vertex.</param>
    /// <param name="to">Another.</param>
    public Question Ask(Facts facts, int from, int to) => new(facts, Task.AskDistance(from, to));

    /// <summary>Every proposal: one edge, then each longer way by each vertex, then "farther".</summary>
    /// <param name="question">A question for the distance of two vertices.</param>
    /// <param name="range">The longest distance that is told.</param>
    /// <param name="proposals">Filled; as many as <see cref="ProposalCount"/> says.</param>
    public void List(Question question, int range, Span<Proposal> proposals)
    {
        (int from, int to) = Task.EndsOf(question.Words);
        int count = 0;
        proposals[count++] = new Proposal(question, to, 1);
        for (int length = 2; length <= range; length++)
        {
            for (int vertex = 0; vertex < Task.VertexCount; vertex++)
            {
                if (vertex != from && vertex != to)
                    proposals[count++] = new Proposal(question, vertex, length);
            }
        }

        proposals[count] = Proposal.Farther(question, range);
    }

    /// <summary>The question for the way up to the way-point.</summary>
    /// <param name="proposal">No "farther".</param>
    public Question NearOf(Proposal proposal) => proposal.Question.Ask(Task.AskDistance(Task.EndsOf(proposal.Question.Words).From, proposal.Waypoint));

    /// <summary>The question for the way from the way-point on.</summary>
    /// <param name="proposal">A proposal of two edges or more.</param>
    public Question RestOf(Proposal proposal) => proposal.Question.Ask(Task.AskDistance(proposal.Waypoint, Task.EndsOf(proposal.Question.Words).To));

    /// <summary>Looks one fact up: whether an edge joins the two vertices of a question.</summary>
    /// <param name="question">A question for a distance.</param>
    public bool HasEdge(Question question)
    {
        (int from, int to) = Task.EndsOf(question.Words);
        return question.Facts.Statements.Contains(Task.Edge(from, to));
    }
}
