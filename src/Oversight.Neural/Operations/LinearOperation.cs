using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = act(x W + b), where every row may have a b of its own, or y = x W + b + residual.</summary>
internal sealed class LinearOperation : Operation, IDisposable
{
    private readonly Tape _tape;
    private readonly Tensor _x;
    private readonly LinearWeight _weight;
    private readonly Parameter? _bias;
    private readonly Tensor? _biases;
    private readonly bool _relu;
    private readonly Tensor? _residual;
    private readonly Tensor _output;

    public LinearOperation(Tape tape, Tensor x, LinearWeight weight, Parameter? bias, bool relu, Tensor? residual, Tensor output)
    {
        if (relu && residual is not null)
            throw new ArgumentException("A residual is added to sums, not to what is left of them after ReLU.", nameof(residual));
        (_tape, _x, _weight, _bias, _relu, _residual, _output) = (tape, x, weight, bias, relu, residual, output);
    }

    public LinearOperation(Tape tape, Tensor x, LinearWeight weight, Tensor biases, bool relu, Tensor output) =>
        (_tape, _x, _weight, _biases, _relu, _output) = (tape, x, weight, biases, relu, output);

    public override long ForwardFlops => 2L * _x.Rows * _weight.Rows * _weight.Columns;

    // One product for the weight's gradient and one for the input's.
    public override long BackwardFlops => ForwardFlops * (_x.HasGradients ? 2 : 1);

    private bool HasOneBias => _biases?.Groups.Capacity == 1;

    public override void Forward()
    {
        _weight.Prepare();
        ReadOnlySpan<float> bias = _biases is null ? _tape.Weights(_bias) : _biases.Values;
        ReadOnlySpan<float> residual = _residual is null ? [] : _residual.Values;
        int biasStride = _biases is null || HasOneBias ? 0 : _biases.Columns;
        if (_weight.Panels is { } panels)
            MatrixMultiply.Affine(_x.Rows, _x.Values, _x.Columns, panels, bias, _output.Values, _output.Columns, _relu, residual, biasStride);
        else
            MatrixMultiply.Affine(
                _x.Rows, _weight.Columns, _weight.Rows, _x.Values, _x.Columns, _weight.Values, _weight.Columns, bias, _output.Values, _output.Columns, _relu, residual, biasStride);
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

    public void Dispose() => _weight.Dispose();

    private void BackwardToWeight(ReadOnlySpan<float> dy)
    {
        Span<float> dw = _weight.WriteGradients(out bool add);
        MatrixMultiply.MultiplyTransposedLeft(
            _weight.Rows, _weight.Columns, _x.Rows, _x.Values, _x.Columns, dy, _output.Columns, dw, _weight.Columns, accumulate: add);
    }

    // The gradient of the weight comes next, and reads x across its rows, which processors do not foresee.
    private void BackwardToInput(ReadOnlySpan<float> dy)
    {
        Span<float> dx = _x.WriteGradients(out bool add);
        if (_weight.TransposedPanels is { } panels)
            MatrixMultiply.Multiply(_x.Rows, dy, _output.Columns, panels, dx, _x.Columns, accumulate: add, next: _x.Values);
        else
            MatrixMultiply.MultiplyTransposedRight(
                _x.Rows, _weight.Rows, _weight.Columns, dy, _output.Columns, _weight.Values, _weight.Columns, dx, _x.Columns, accumulate: add);
    }
}
