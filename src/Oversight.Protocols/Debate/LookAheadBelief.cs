using System.Runtime.InteropServices;

namespace Oversight.Protocols.Debate;

/// <summary>
/// One who thinks one turn ahead: believes a claim as far as the weaker half of its best split. Wrapped around itself it thinks further. What it has thought of it remembers until told to forget.
/// Not thread-safe.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="belief">What it knows without thinking.</param>
public sealed class LookAheadBelief(IClaimGame game, IBelief belief) : IBelief
{
    private const int AtOnce = 8192;
    private readonly Dictionary<Claim, float> _remembered = [];
    private readonly List<Claim> _pending = [];
    private readonly List<Claim> _halves = [];
    private float[] _weights = [];

    /// <summary>Drops what was thought of; needed once the belief beneath has changed.</summary>
    public void Forget() => _remembered.Clear();

    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
    {
        foreach (Claim claim in claims)
        {
            if (!_remembered.TryAdd(claim, 0))
                continue;
            _pending.Add(claim);
            AddHalves(claim);
            if (_halves.Count >= AtOnce)
                Think();
        }

        Think();
        for (int i = 0; i < claims.Length; i++)
            probabilities[i] = _remembered[claims[i]];
    }

    /// <summary>All first halves, then all second halves, as those on one question are best given side by side; a leaf is its own only half.</summary>
    private void AddHalves(Claim claim)
    {
        int options = Options(claim);
        if (options == 0)
            _halves.Add(claim);
        for (int i = 0; i < options; i++)
            _halves.Add(game.Option(claim, i).First);
        for (int i = 0; i < options; i++)
            _halves.Add(game.Option(claim, i).Second);
    }

    private int Options(Claim claim) => game.DepthOf(claim) == 0 ? 0 : game.OptionsOf(claim);

    private void Think()
    {
        if (_weights.Length < _halves.Count)
            _weights = new float[2 * _halves.Count];
        belief.Weigh(CollectionsMarshal.AsSpan(_halves), _weights);
        int at = 0;
        foreach (Claim claim in _pending)
        {
            int options = Options(claim);
            _remembered[claim] = options == 0 ? _weights[at] : BestOf(_weights.AsSpan(at, 2 * options));
            at += Math.Max(1, 2 * options);
        }

        _pending.Clear();
        _halves.Clear();
    }

    private static float BestOf(ReadOnlySpan<float> weights)
    {
        int options = weights.Length / 2;
        float best = 0;
        for (int i = 0; i < options; i++)
            best = Math.Max(best, Math.Min(weights[i], weights[options + i]));
        return best;
    }
}
