using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Weights cut into the panels that products read, once for all the replays of tapes between two changes of the weights. Tapes that share weights share them, from
/// several threads.
/// </summary>
public sealed class WeightPanels : IDisposable
{
    // 16 MiB of weights take two more such copies; larger networks run more rows at once, and cutting costs them less than the memory would.
    private const int MostWeights = 4 * 1024 * 1024;
    private readonly ParameterVector _weights;
    private readonly Dictionary<(int Offset, int Length, bool IsTransposed), Piece> _pieces = [];
    private readonly List<Piece> _inOrder = [];
    private readonly Action<int> _pack;

    /// <summary>No panels yet.</summary>
    /// <param name="weights">What they are cut from.</param>
    public WeightPanels(ParameterVector weights) => (_weights, _pack) = (weights, Pack);

    /// <summary>Cuts everything anew; needed before tapes run once their owner has changed the weights.</summary>
    /// <param name="pool">Shares the work; null for the caller's thread alone.</param>
    public void Refresh(WorkerPool? pool = null)
    {
        if (pool is not null)
        {
            pool.For(_inOrder.Count, _pack);
            return;
        }

        for (int piece = 0; piece < _inOrder.Count; piece++)
            Pack(piece);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Piece piece in _inOrder)
            piece.Panels.Dispose();
    }

    /// <summary>The panels of a weight as the right operand of products, filled by <see cref="Refresh"/>; null where the weights are too many.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="isTransposed">Whether the operand is its transpose.</param>
    internal PackedMatrix? Of(Parameter weight, bool isTransposed)
    {
        if (_weights.Layout.Length > MostWeights)
            return null;
        if (!_pieces.TryGetValue((weight.Offset, weight.Length, isTransposed), out Piece? piece))
        {
            piece = new Piece(weight, isTransposed, isTransposed ? new PackedMatrix(weight.Columns, weight.Rows) : new PackedMatrix(weight.Rows, weight.Columns));
            _pieces.Add((weight.Offset, weight.Length, isTransposed), piece);
            _inOrder.Add(piece);
        }

        return piece.Panels;
    }

    private void Pack(int index)
    {
        (Parameter weight, bool isTransposed, PackedMatrix panels) = _inOrder[index];
        panels.Pack(_weights.Of(weight), weight.Columns, isTransposed);
    }

    private sealed record Piece(Parameter Weight, bool IsTransposed, PackedMatrix Panels);
}
