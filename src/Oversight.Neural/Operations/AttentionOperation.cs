using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>
/// softmax(scale q k^T) v within groups, head by head; the softmax's output is kept for the backward pass. Where rows may find nothing, the weight of nothing
/// stands in a column after the keys'.
/// </summary>
internal sealed class AttentionOperation : Operation
{
    private readonly Tensor _q;
    private readonly Tensor _k;
    private readonly Tensor _v;
    private readonly Tensor? _nothing;
    private readonly Tensor _output;
    private readonly int _heads;
    private readonly int _keyWidth;
    private readonly int _valueWidth;
    private readonly int _stride;
    private readonly float _scale;
    private readonly bool _causal;
    private readonly Scratch _weights;
    private readonly Scratch _weightGradients;

    public AttentionOperation(Tape tape, Tensor q, Tensor k, Tensor v, Tensor? nothing, int heads, float scale, bool causal, Tensor output)
    {
        if (causal && nothing is not null)
            throw new ArgumentException("Causal attention always finds something.", nameof(nothing));
        (_q, _k, _v, _nothing, _heads, _scale, _causal, _output) = (q, k, v, nothing, heads, scale, causal, output);
        _keyWidth = k.Columns / heads;
        _valueWidth = v.Columns / heads;
        _stride = k.Groups.RowCapacity + Nothings;
        _weights = tape.NewScratch(q.Groups.Capacity * heads * _stride);
        _weightGradients = tape.NewBackwardScratch(q.Groups.RowCapacity * _stride);
    }

    /// <summary>How many columns of weights stand after the keys'.</summary>
    private int Nothings => _nothing is null ? 0 : 1;

    public override long ForwardFlops => 2 * _q.Groups.PairsWith(_k.Groups) * (_k.Columns + _v.Columns);

    // Two products for each of the forward pass's.
    public override long BackwardFlops => 2 * ForwardFlops;

    public override void Forward()
    {
        for (int group = 0; group < _q.Groups.Count; group++)
        {
            for (int head = 0; head < _heads; head++)
                Forward(group, head);
        }
    }

    public override void Backward()
    {
        bool addToQueries = Begin(_q);
        bool addToKeys = Begin(_k);
        bool addToValues = Begin(_v);
        for (int group = 0; group < _q.Groups.Count; group++)
        {
            for (int head = 0; head < _heads; head++)
                Backward(group, head, addToQueries, addToKeys, addToValues);
        }
    }

    /// <summary>Whether the gradients of a tensor must be added to; always where it stands in two places, as in attention of a tensor to itself.</summary>
    private bool Begin(Tensor tensor)
    {
        bool twice = ReferenceEquals(_q, _k) || ReferenceEquals(_k, _v) || ReferenceEquals(_q, _v);
        return twice ? !tensor.Gradients.IsEmpty : tensor.BeginGroupGradients(_q.Groups);
    }

    private void Forward(int group, int head)
    {
        int rows = _q.Groups.Size(group);
        int keys = _k.Groups.Size(group);
        if (rows == 0)
            return;
        Span<float> weights = Weights(group, head);
        MatrixMultiply.MultiplyTransposedRight(
            rows, keys, _keyWidth, Queries(group, head), _q.Columns, Keys(group, head), _k.Columns, weights, _stride);
        PlaceNothing(group, head, weights, keys);
        if (_causal)
            Softmax.ForwardCausal(rows, keys, 0, weights, _stride, weights, _stride, _scale);
        else
            Softmax.Forward(rows, keys + Nothings, weights, _stride, weights, _stride, _scale);
        Span<float> y = _output.Values[(_q.Groups.Start(group) * _output.Columns + head * _valueWidth)..];
        MatrixMultiply.Multiply(rows, _valueWidth, keys, weights, _stride, Values(group, head), _v.Columns, y, _output.Columns);
    }

    private void Backward(int group, int head, bool addToQueries, bool addToKeys, bool addToValues)
    {
        int rows = _q.Groups.Size(group);
        int keys = _k.Groups.Size(group);
        if (rows == 0)
            return;
        Span<float> weights = Weights(group, head);
        Span<float> dWeights = _weightGradients.Span;
        Span<float> dy = _output.Gradients[(_q.Groups.Start(group) * _output.Columns + head * _valueWidth)..];
        int keyStart = _k.Groups.Start(group);
        Span<float> dv = _v.Gradients[(keyStart * _v.Columns + head * _valueWidth)..];
        Span<float> dq = _q.Gradients[(_q.Groups.Start(group) * _q.Columns + head * _keyWidth)..];
        Span<float> dk = _k.Gradients[(keyStart * _k.Columns + head * _keyWidth)..];

        MatrixMultiply.MultiplyTransposedLeft(keys, _valueWidth, rows, weights, _stride, dy, _output.Columns, dv, _v.Columns, addToValues);
        MatrixMultiply.MultiplyTransposedRight(rows, keys, _valueWidth, dy, _output.Columns, Values(group, head), _v.Columns, dWeights, _stride);
        ClearNothing(rows, keys, dWeights);
        Softmax.Backward(rows, keys + Nothings, weights, _stride, dWeights, _stride, dWeights, _stride, _scale);
        CollectNothing(group, head, dWeights, keys);
        MatrixMultiply.Multiply(rows, _keyWidth, keys, dWeights, _stride, Keys(group, head), _k.Columns, dq, _q.Columns, addToQueries);
        MatrixMultiply.MultiplyTransposedLeft(
            keys, _keyWidth, rows, dWeights, _stride, Queries(group, head), _q.Columns, dk, _k.Columns, addToKeys);
    }

    /// <summary>Writes the logits of nothing after those of the keys.</summary>
    private void PlaceNothing(int group, int head, Span<float> weights, int keys)
    {
        if (_nothing is null)
            return;
        int start = _q.Groups.Start(group);
        for (int row = 0; row < _q.Groups.Size(group); row++)
            weights[row * _stride + keys] = _nothing.Values[(start + row) * _heads + head];
    }

    /// <summary>Nothing has the value zero, so its weight has no gradient but the softmax's.</summary>
    private void ClearNothing(int rows, int keys, Span<float> dWeights)
    {
        for (int row = 0; row < rows * Nothings; row++)
            dWeights[row * _stride + keys] = 0;
    }

    private void CollectNothing(int group, int head, ReadOnlySpan<float> dScores, int keys)
    {
        if (_nothing is null)
            return;
        int start = _q.Groups.Start(group);
        Span<float> gradients = _nothing.Gradients;
        for (int row = 0; row < _q.Groups.Size(group); row++)
            gradients[(start + row) * _heads + head] += dScores[row * _stride + keys];
    }

    private Span<float> Weights(int group, int head) =>
        _weights.Span.Slice((group * _heads + head) * _q.Groups.RowCapacity * _stride, _q.Groups.RowCapacity * _stride);

    private Span<float> Queries(int group, int head) => _q.Values[(_q.Groups.Start(group) * _q.Columns + head * _keyWidth)..];

    private Span<float> Keys(int group, int head) => _k.Values[(_k.Groups.Start(group) * _k.Columns + head * _keyWidth)..];

    private Span<float> Values(int group, int head) => _v.Values[(_k.Groups.Start(group) * _v.Columns + head * _valueWidth)..];
}
