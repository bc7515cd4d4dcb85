using Oversight.Determinism;

namespace Oversight.Protocols.Debate;

/// <summary>
/// Plays by a belief, the same in both seats and whichever side it is given: as holder it states the split whose weaker half is strongest, as challenger it contests
/// the weaker half. An honest debater and a liar differ in the claim that they were given, not in how they play.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="belief">What it knows.</param>
/// <param name="random">Breaks ties, and slips.</param>
/// <param name="slips">How often it plays at random instead: exploration in training, clumsiness in a study. The default value is 0.</param>
public sealed class BeliefDebater(IClaimGame game, IBelief belief, RandomStream random, double slips = 0) : IDebater
{
    // Ties are broken by noise far below any difference that matters.
    private const float Tie = 1e-5f;
    private readonly List<Claim> _claims = [];
    private float[] _probabilities = [];

    /// <inheritdoc/>
    public void Split(ReadOnlySpan<DebateRecord> debates, Span<Split> splits)
    {
        _claims.Clear();
        foreach (DebateRecord debate in debates)
            AddOptions(debate.Contested);
        ReadOnlySpan<float> weights = Weigh();
        int at = 0;
        for (int i = 0; i < debates.Length; i++)
        {
            Claim claim = debates[i].Contested;
            int options = game.OptionsOf(claim);
            int best = random.Chance(slips) ? random.Next(options) : Best(weights.Slice(at, 2 * options), options);
            splits[i] = game.Option(claim, best);
            at += 2 * options;
        }
    }

    /// <inheritdoc/>
    public void Contest(ReadOnlySpan<DebateRecord> debates, ReadOnlySpan<Split> splits, Span<Choice> choices)
    {
        _claims.Clear();
        foreach (Split split in splits)
        {
            _claims.Add(split.First);
            _claims.Add(split.Second);
        }

        ReadOnlySpan<float> weights = Weigh();
        for (int i = 0; i < splits.Length; i++)
        {
            float lead = weights[2 * i] - weights[2 * i + 1];
            bool first = random.Chance(slips) || Math.Abs(lead) < Tie ? random.NextBool() : lead < 0;
            choices[i] = first ? Choice.First : Choice.Second;
        }
    }

    /// <summary>All first halves, then all second halves: where they ask the same question, a network answers it once.</summary>
    private void AddOptions(Claim claim)
    {
        int options = game.OptionsOf(claim);
        int start = _claims.Count;
        for (int i = 0; i < options; i++)
            _claims.Add(game.Option(claim, i).First);
        for (int i = 0; i < options; i++)
            _claims.Add(game.Option(claim, i).Second);
        System.Diagnostics.Debug.Assert(_claims.Count == start + 2 * options);
    }

    private ReadOnlySpan<float> Weigh()
    {
        if (_probabilities.Length < _claims.Count)
            _probabilities = new float[2 * _claims.Count];
        belief.Weigh(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_claims), _probabilities);
        return _probabilities.AsSpan(0, _claims.Count);
    }

    private int Best(ReadOnlySpan<float> weights, int options)
    {
        int best = 0;
        float most = float.NegativeInfinity;
        for (int i = 0; i < options; i++)
        {
            (float first, float second) = (weights[i], weights[options + i]);
            // What the challenger leaves is the weaker half; between equals, a stronger other half keeps more of the claim true.
            float worth = Math.Min(first, second) + 0.01f * (first + second) + Tie * (float)random.NextDouble();
            if (worth > most)
                (best, most) = (i, worth);
        }

        return best;
    }
}
