using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = act(x W + b), or y = x W + b + residual.</summary>
internal sealed class LinearOperation : Operation
{
    private readonly Tape _tape;
    private readonly Tensor _x;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;
    private readonly bool _relu;
    private readonly Tensor? _residual;
    private readonly Tensor _output;

    public LinearOperation(Tape tape, Tensor x, Parameter weight, Parameter? bias, bool relu, Tensor? residual, Tensor output)
    {
        if (relu && residual is not null)
            throw new ArgumentException("A residual is added to sums, not to what is left of them after ReLU.", nameof(residual));
        (_tape, _x, _weight, _bias, _relu, _residual, _output) = (tape, x, weight, bias, relu, residual, output);
    }

    public override long ForwardFlops => 2L * _x.Rows * _weight.Length;

    // One product for the weight's gradient and one for the input's.
    public override long BackwardFlops => ForwardFlops * (_x.HasGradients ? 2 : 1);

    public override void Forward() => MatrixMultiply.Affine(
        _x.Rows,
        _weight.Columns,
        _weight.Rows,
        _x.Values,
        _x.Columns,
        _tape.Weights(_weight),
        _weight.Columns,
        _tape.Weights(_bias),
        _output.Values,
        _output.Columns,
        _relu,
        _residual is null ? [] : _residual.Values);

    public override void Backward()
    {
        int rows = _x.Rows;
        Span<float> dy = _output.Gradients;
        if (_relu)
            Elementwise.ReluMask(_output.Values, dy);
        if (_bias is not null)
            Reductions.ColumnSumsTo(rows, _output.Columns, dy, _output.Columns, _tape.Gradients(_bias));
        MatrixMultiply.MultiplyTransposedLeft(
            _weight.Rows, _weight.Columns, rows, _x.Values, _x.Columns, dy, _output.Columns, _tape.Gradients(_weight), _weight.Columns, accumulate: true);
        if (_x.HasGradients)
        {
            Span<float> dx = _x.WriteGradients(out bool add);
            MatrixMultiply.MultiplyTransposedRight(
                rows, _weight.Rows, _weight.Columns, dy, _output.Columns, _tape.Weights(_weight), _weight.Columns, dx, _x.Columns, accumulate: add);
        }

        _residual?.AddGradients(dy);
    }
}
