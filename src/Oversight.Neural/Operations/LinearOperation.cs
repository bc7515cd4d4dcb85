using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = act(x W + b), where every row may have a b of its own, or y = x W + b + residual.</summary>
internal sealed class LinearOperation : Operation
{
    private readonly Tape _tape;
    private readonly Tensor _x;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;
    private readonly Tensor? _biases;
    private readonly bool _relu;
    private readonly Tensor? _residual;
    private readonly Tensor _output;
    private readonly PackedMatrix? _panels;
    private readonly PackedMatrix? _transposedPanels;

    public LinearOperation(Tape tape, Tensor x, Parameter weight, Parameter? bias, bool relu, Tensor? residual, Tensor output)
        : this(tape, x, weight, relu, output)
    {
        if (relu && residual is not null)
            throw new ArgumentException("A residual is added to sums, not to what is left of them after ReLU.", nameof(residual));
        (_bias, _residual) = (bias, residual);
    }

    public LinearOperation(Tape tape, Tensor x, Parameter weight, Tensor biases, bool relu, Tensor output)
        : this(tape, x, weight, relu, output) => _biases = biases;

    private LinearOperation(Tape tape, Tensor x, Parameter weight, bool relu, Tensor output)
    {
        (_tape, _x, _weight, _relu, _output) = (tape, x, weight, relu, output);
        _panels = tape.Panels(weight);
        _transposedPanels = x.HasGradients ? tape.Panels(weight, isTransposed: true) : null;
    }

    public override long ForwardFlops => 2L * _x.Rows * _weight.Length;

    // One product for the weight's gradient and one for the input's.
    public override long BackwardFlops => ForwardFlops * (_x.HasGradients ? 2 : 1);

    private bool HasOneBias => _biases?.Groups.Capacity == 1;

    public override void Forward()
    {
        ReadOnlySpan<float> bias = _biases is null ? _tape.Weights(_bias) : _biases.Values;
        ReadOnlySpan<float> residual = _residual is null ? [] : _residual.Values;
        int biasStride = _biases is null || HasOneBias ? 0 : _biases.Columns;
        if (_panels is not null)
            MatrixMultiply.Affine(_x.Rows, _x.Values, _x.Columns, _panels, bias, _output.Values, _output.Columns, _relu, residual, biasStride);
        else
            MatrixMultiply.Affine(
                _x.Rows, _weight.Columns, _weight.Rows, _x.Values, _x.Columns, _tape.Weights(_weight), _weight.Columns, bias, _output.Values, _output.Columns, _relu, residual, biasStride);
    }

    public override void Backward()
    {
        Span<float> dy = _output.Gradients;
        if (_relu)
            Elementwise.ReluMask(_output.Values, dy);
        if (_bias is not null)
            Reductions.ColumnSumsTo(_x.Rows, _output.Columns, dy, _output.Columns, _tape.Gradients(_bias));
        if (_x.HasGradients)
            BackwardToInput(dy);
        BackwardToWeight(dy);
        if (HasOneBias)
            Reductions.ColumnSumsTo(_x.Rows, _output.Columns, dy, _output.Columns, _biases!.Gradients);
        else
            _biases?.AddGradients(dy);
        _residual?.AddGradients(dy);
    }

    private void BackwardToWeight(ReadOnlySpan<float> dy)
    {
        Span<float> dw = _tape.WriteGradients(_weight, out bool add);
        MatrixMultiply.MultiplyTransposedLeft(
            _weight.Rows, _weight.Columns, _x.Rows, _x.Values, _x.Columns, dy, _output.Columns, dw, _weight.Columns, accumulate: add);
    }

    // The gradient of the weight comes next, and reads x across its rows, which processors do not foresee.
    private void BackwardToInput(ReadOnlySpan<float> dy)
    {
        Span<float> dx = _x.WriteGradients(out bool add);
        if (_transposedPanels is not null)
            MatrixMultiply.Multiply(_x.Rows, dy, _output.Columns, _transposedPanels, dx, _x.Columns, accumulate: add, next: _x.Values);
        else
            MatrixMultiply.MultiplyTransposedRight(
                _x.Rows, _weight.Rows, _weight.Columns, dy, _output.Columns, _tape.Weights(_weight), _weight.Columns, dx, _x.Columns, accumulate: add);
    }
}
