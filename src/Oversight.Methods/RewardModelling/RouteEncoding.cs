using System.Runtime.CompilerServices;
using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// How networks read a proposal: how far it is to its way-point, from there on, and in all, and what it says; each as one of a few. That is the body of a model that
/// knows graphs already: what it can see is given, and what of it is wanted is learned. Reads all facts and no ground truth.
/// </summary>
/// <param name="questions">What can be asked.</param>
/// <param name="farthest">The longest distance of the highest level.</param>
public sealed class RouteEncoding(RouteQuestions questions, int farthest)
{
    private readonly ConditionalWeakTable<Facts, DistanceTable> _tables = [];
    private readonly int _half = (farthest + 1) / 2;

    /// <summary>What can be asked.</summary>
    public RouteQuestions Questions => questions;

    /// <summary>Numbers a row.</summary>
    public int Inputs => 2 * (_half + 2) + 2 * (farthest + 2);

    /// <summary>The distances of a graph.</summary>
    /// <param name="facts">The graph.</param>
    public DistanceTable Read(Facts facts) => _tables.GetValue(facts, one => new DistanceTable(questions.Task, one));

    /// <summary>Encodes a proposal.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="row">(<see cref="Inputs"/>), overwritten.</param>
    public void Encode(Proposal proposal, Span<float> row)
    {
        row.Clear();
        DistanceTable table = Read(proposal.Question.Facts);
        (int from, int to) = questions.Task.EndsOf(proposal.Question.Words);
        if (!proposal.IsFarther)
        {
            row[Math.Min(table[from, proposal.Waypoint], _half + 1)] = 1;
            row[_half + 2 + Math.Min(table[proposal.Waypoint, to], _half + 1)] = 1;
        }

        Span<float> whole = row[(2 * (_half + 2))..];
        whole[Math.Min(table[from, to], farthest + 1)] = 1;
        whole[farthest + 2 + proposal.Length] = 1;
    }
}
