using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Questions;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Draws graphs with long ways: one path through all vertices and half as many edges again. (The task's own graphs have two edges a vertex, and in twelve vertices hardly a
/// distance of more than five.) A hash of the facts decides which are held out, as everywhere.
/// </summary>
/// <param name="questions">What can be asked.</param>
public sealed class RouteGraphs(RouteQuestions questions)
{
    private const int QuestionsAGraph = 4;
    private readonly int _vertices = questions.Task.VertexCount;

    /// <summary>Draws a graph.</summary>
    /// <param name="heldOut">Whether one that training never draws is wanted.</param>
    /// <param name="random">Consumed.</param>
    public Facts Draw(bool heldOut, RandomStream random)
    {
        Facts facts;
        do
            facts = DrawAny(random);
        while (ContextSource.IsHeldOut(questions.Task.ContextOf(facts)) != heldOut);
        return facts;
    }

    /// <summary>Draws questions to train on, a few a graph.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Consumed.</param>
    public Question[] DrawQuestions(int count, RandomStream random)
    {
        var drawn = new Question[count];
        Facts? facts = null;
        Span<int> ends = stackalloc int[2];
        for (int i = 0; i < count; i++)
        {
            if (i % QuestionsAGraph == 0)
                facts = Draw(heldOut: false, random);
            random.Choose(_vertices, ends);
            drawn[i] = questions.Ask(facts!, ends[0], ends[1]);
        }

        return drawn;
    }

    private Facts DrawAny(RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, _vertices)];
        random.Shuffle(order.AsSpan());
        var edges = new List<Symbols>();
        for (int i = 1; i < _vertices; i++)
            edges.Add(questions.Task.Edge(order[i - 1], order[i]));
        Span<int> ends = stackalloc int[2];
        while (edges.Count < _vertices - 1 + _vertices / 2)
        {
            random.Choose(_vertices, ends);
            Symbols edge = questions.Task.Edge(ends[0], ends[1]);
            if (!edges.Contains(edge))
                edges.Add(edge);
        }

        return new Facts(edges.ToArray());
    }
}
