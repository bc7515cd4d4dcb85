using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = x W + b, where W and b are tensors: weights made of weights. There is one b for all rows, or one for each.</summary>
internal sealed class ProductOperation : Operation, IDisposable
{
    private readonly Tape _tape;
    private readonly Tensor _x;
    private readonly Tensor _weight;
    private readonly Tensor _bias;
    private readonly Tensor _output;
    private readonly PackedMatrix? _panels;
    private readonly PackedMatrix? _transposedPanels;
    private int _packedIn;

    public ProductOperation(Tape tape, Tensor x, Tensor weight, Tensor bias, Tensor output)
    {
        (_tape, _x, _weight, _bias, _output) = (tape, x, weight, bias, output);
        if (!weight.IsOfPrelude)
            return;
        _panels = new PackedMatrix(Depth, _output.Columns);
        _transposedPanels = x.HasGradients ? new PackedMatrix(_output.Columns, Depth) : null;
    }

    public override long ForwardFlops => 2L * _x.Rows * Depth * _output.Columns;

    // One product for the weight's gradient and one for the input's.
    public override long BackwardFlops => ForwardFlops * (_x.HasGradients ? 2 : 1);

    private int Depth => _x.Columns;

    private bool HasOneBias => _bias.Groups.Capacity == 1;

    public override void Forward()
    {
        int biasStride = HasOneBias ? 0 : _bias.Columns;
        if (_panels is null)
        {
            MatrixMultiply.Affine(
                _x.Rows, _output.Columns, Depth, _x.Values, Depth, _weight.Values, _output.Columns, _bias.Values, _output.Values, _output.Columns, relu: false, ldbias: biasStride);
            return;
        }

        Pack();
        MatrixMultiply.Affine(_x.Rows, _x.Values, Depth, _panels, _bias.Values, _output.Values, _output.Columns, relu: false, ldbias: biasStride);
    }

    public override void Backward()
    {
        ReadOnlySpan<float> dy = _output.Gradients;
        if (HasOneBias)
            Reductions.ColumnSumsTo(_x.Rows, _output.Columns, dy, _output.Columns, _bias.Gradients);
        else
            _bias.AddGradients(dy);
        if (_x.HasGradients)
            BackwardToInput(dy);
        Span<float> dw = _weight.WriteGradients(out bool add);
        MatrixMultiply.MultiplyTransposedLeft(Depth, _output.Columns, _x.Rows, _x.Values, Depth, dy, _output.Columns, dw, _output.Columns, accumulate: add);
    }

    public void Dispose()
    {
        _panels?.Dispose();
        _transposedPanels?.Dispose();
    }

    // The gradient of the weight comes next, and reads x across its rows, which processors do not foresee.
    private void BackwardToInput(ReadOnlySpan<float> dy)
    {
        Span<float> dx = _x.WriteGradients(out bool add);
        if (_transposedPanels is not null)
            MatrixMultiply.Multiply(_x.Rows, dy, _output.Columns, _transposedPanels, dx, Depth, accumulate: add, next: _x.Values);
        else
            MatrixMultiply.MultiplyTransposedRight(_x.Rows, Depth, _output.Columns, dy, _output.Columns, _weight.Values, _output.Columns, dx, Depth, accumulate: add);
    }

    /// <summary>Cuts a weight that was made anew into panels.</summary>
    private void Pack()
    {
        if (_packedIn == _tape.PreludeReplays)
            return;
        _panels!.Pack(_weight.Values, _output.Columns);
        _transposedPanels?.Pack(_weight.Values, _output.Columns, transposed: true);
        _packedIn = _tape.PreludeReplays;
    }
}
