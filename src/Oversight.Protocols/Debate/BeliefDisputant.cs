using System.Runtime.InteropServices;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Protocols.Debate;

/// <summary>Plays by a belief: takes the position whose weakest point is strongest, objects where a position is weakest, and debates as <see cref="BeliefDebater"/> does.</summary>
/// <param name="dispute">What is disputed, and how.</param>
/// <param name="belief">What it knows.</param>
/// <param name="random">Breaks ties, and slips.</param>
/// <param name="slips">How often it objects, splits or contests at random instead. The default value is 0.</param>
public sealed class BeliefDisputant(IDispute dispute, IBelief belief, RandomStream random, double slips = 0) : IDisputant
{
    private const float Tie = 1e-5f;
    private readonly List<Position> _positions = [];
    private readonly List<Objection> _objections = [];
    private readonly List<Claim> _claims = [];
    private readonly List<int> _ends = [];
    private float[] _weights = [];

    /// <inheritdoc/>
    public IDebater Debater { get; } = new BeliefDebater(dispute.Game, belief, random, slips);

    /// <inheritdoc/>
    public void State(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> answers, Span<Position> positions)
    {
        _positions.Clear();
        Span<int> ends = new int[questions.Length];
        for (int i = 0; i < questions.Length; i++)
        {
            dispute.AddPositions(questions[i], answers[i], _positions);
            ends[i] = _positions.Count;
        }

        Weigh(CollectionsMarshal.AsSpan(_positions));
        for (int i = 0, at = 0; i < questions.Length; at = ends[i++])
            positions[i] = Strongest(at, ends[i]);
    }

    /// <inheritdoc/>
    public void Oppose(ReadOnlySpan<Position> positions, Span<Objection> objections)
    {
        Weigh(positions);
        for (int i = 0; i < positions.Length; i++)
        {
            int start = Start(i);
            int count = _ends[i] - start;
            objections[i] = _objections[start + (random.Chance(slips) ? random.Next(count) : Weakest(i, out _))];
        }
    }

    /// <summary>Weighs every objection to some positions: afterwards the weights say how likely the proposer is to survive each.</summary>
    private void Weigh(ReadOnlySpan<Position> positions)
    {
        _objections.Clear();
        _claims.Clear();
        _ends.Clear();
        foreach (Position position in positions)
        {
            dispute.AddObjections(position, _objections);
            _ends.Add(_objections.Count);
        }

        foreach (Objection objection in _objections)
            _claims.Add(objection.Claim);
        if (_weights.Length < _claims.Count)
            _weights = new float[2 * _claims.Count];
        belief.Weigh(CollectionsMarshal.AsSpan(_claims), _weights);
        for (int i = 0; i < _objections.Count; i++)
            _weights[i] = _objections[i].HeldByProposer ? _weights[i] : 1 - _weights[i];
    }

    private int Start(int position) => position == 0 ? 0 : _ends[position - 1];

    private Position Strongest(int from, int to)
    {
        int best = from;
        float most = float.NegativeInfinity;
        for (int i = from; i < to; i++)
        {
            Weakest(i, out float survival);
            survival += Tie * (float)random.NextDouble();
            if (survival > most)
                (best, most) = (i, survival);
        }

        return _positions[best];
    }

    /// <summary>The objection that a position is least likely to survive, counted from its first.</summary>
    private int Weakest(int position, out float survival)
    {
        int start = Start(position);
        int weakest = 0;
        survival = float.PositiveInfinity;
        for (int i = start; i < _ends[position]; i++)
        {
            float weight = _weights[i] + Tie * (float)random.NextDouble();
            if (weight < survival)
                (weakest, survival) = (i - start, weight);
        }

        return weakest;
    }
}
