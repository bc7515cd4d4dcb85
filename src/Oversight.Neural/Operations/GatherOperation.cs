using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>
/// Adds up, within groups, the values of all keys as far as they fit: a key fits as far as all of its parts do, the product of
/// sigmoid(sharpness (q k / D - 1/2)) over the parts. Each part's fit is kept for the backward pass.
/// </summary>
internal sealed class GatherOperation : Operation
{
    private const float HalfFit = 0.5f;
    private readonly Tensor _q;
    private readonly Tensor _k;
    private readonly Tensor _v;
    private readonly Tensor _output;
    private readonly int _parts;
    private readonly int _width;
    private readonly float _sharpness;
    private readonly Scratch _fits;
    private readonly Scratch _total;
    private readonly Scratch _totalGradients;
    private readonly Scratch _scoreGradients;

    public GatherOperation(Tape tape, Tensor q, Tensor k, Tensor v, int parts, float sharpness, Tensor output)
    {
        (_q, _k, _v, _parts, _sharpness, _output) = (q, k, v, parts, sharpness, output);
        _width = k.Columns / parts;
        int room = q.Groups.RowCapacity * k.Groups.RowCapacity;
        _fits = tape.NewScratch(q.Groups.GroupCapacity * parts * room);
        _total = tape.NewScratch(room);
        _totalGradients = tape.NewBackwardScratch(room);
        _scoreGradients = tape.NewBackwardScratch(room);
    }

    public override void Forward()
    {
        for (int group = 0; group < _q.Groups.Count; group++)
        {
            if (_q.Groups.Size(group) > 0)
                Forward(group);
        }
    }

    public override void Backward()
    {
        for (int group = 0; group < _q.Groups.Count; group++)
        {
            if (_q.Groups.Size(group) > 0)
                Backward(group);
        }
    }

    private void Forward(int group)
    {
        int rows = _q.Groups.Size(group);
        int keys = _k.Groups.Size(group);
        for (int part = 0; part < _parts; part++)
        {
            Span<float> fits = Fits(group, part);
            MatrixMultiply.MultiplyTransposedRight(
                rows, keys, _width, Queries(group, part), _q.Columns, Keys(group, part), _k.Columns, fits, keys, scale: _sharpness / _width);
            for (int i = 0; i < fits.Length; i++)
                fits[i] -= HalfFit * _sharpness;
            Elementwise.Sigmoid(fits, fits);
        }

        MatrixMultiply.Multiply(rows, _v.Columns, keys, Total(group), keys, Values(group), _v.Columns, Results(group, _output.Values), _output.Columns);
    }

    private void Backward(int group)
    {
        int rows = _q.Groups.Size(group);
        int keys = _k.Groups.Size(group);
        Span<float> dy = Results(group, _output.Gradients);
        Span<float> dTotal = _totalGradients.Span[..(rows * keys)];
        Span<float> total = Total(group);
        Span<float> dv = _v.Gradients[(_k.Groups.Start(group) * _v.Columns)..];
        MatrixMultiply.MultiplyTransposedLeft(keys, _v.Columns, rows, total, keys, dy, _output.Columns, dv, _v.Columns, accumulate: true);
        MatrixMultiply.MultiplyTransposedRight(rows, keys, _v.Columns, dy, _output.Columns, Values(group), _v.Columns, dTotal, keys);
        Elementwise.Multiply(dTotal, total, dTotal);
        for (int part = 0; part < _parts; part++)
            Backward(group, part, dTotal);
    }

    /// <summary>The logarithm of the total fit has the derivative 1 - fit by each part's score.</summary>
    private void Backward(int group, int part, ReadOnlySpan<float> dLogTotal)
    {
        int rows = _q.Groups.Size(group);
        int keys = _k.Groups.Size(group);
        ReadOnlySpan<float> fits = Fits(group, part);
        Span<float> dScores = _scoreGradients.Span[..fits.Length];
        for (int i = 0; i < dScores.Length; i++)
            dScores[i] = dLogTotal[i] * (1 - fits[i]);
        Span<float> dq = _q.Gradients[(_q.Groups.Start(group) * _q.Columns + part * _width)..];
        Span<float> dk = _k.Gradients[(_k.Groups.Start(group) * _k.Columns + part * _width)..];
        float scale = _sharpness / _width;
        MatrixMultiply.Multiply(rows, _width, keys, dScores, keys, Keys(group, part), _k.Columns, dq, _q.Columns, accumulate: true, scale: scale);
        MatrixMultiply.MultiplyTransposedLeft(keys, _width, rows, dScores, keys, Queries(group, part), _q.Columns, dk, _k.Columns, accumulate: true, scale: scale);
    }

    /// <summary>The product of the parts' fits.</summary>
    private Span<float> Total(int group)
    {
        Span<float> first = Fits(group, 0);
        Span<float> total = _total.Span[..first.Length];
        first.CopyTo(total);
        for (int part = 1; part < _parts; part++)
            Elementwise.Multiply(total, Fits(group, part), total);
        return total;
    }

    private Span<float> Fits(int group, int part) => _fits.Span.Slice(
        (group * _parts + part) * _q.Groups.RowCapacity * _k.Groups.RowCapacity, _q.Groups.Size(group) * _k.Groups.Size(group));

    private Span<float> Queries(int group, int part) => _q.Values[(_q.Groups.Start(group) * _q.Columns + part * _width)..];

    private Span<float> Keys(int group, int part) => _k.Values[(_k.Groups.Start(group) * _k.Columns + part * _width)..];

    private Span<float> Values(int group) => _v.Values[(_k.Groups.Start(group) * _v.Columns)..];

    private Span<float> Results(int group, Span<float> numbers) => numbers[(_q.Groups.Start(group) * _output.Columns)..];
}
