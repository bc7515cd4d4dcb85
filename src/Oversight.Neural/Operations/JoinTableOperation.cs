using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The bias, then table W_p for each place p, where W_p are the rows of the weight that meet the embedding at that place.</summary>
internal sealed class JoinTableOperation : Operation
{
    private readonly Tape _tape;
    private readonly Parameter _table;
    private readonly Parameter _bias;
    private readonly Parameter[] _weights;
    private readonly Tensor _output;

    public JoinTableOperation(Tape tape, Parameter table, Parameter weight, Parameter bias, Tensor output)
    {
        if (weight.Rows % table.Columns != 0)
            throw new ArgumentException($"A weight of {weight.Rows} rows does not fall into places of {table.Columns}.", nameof(weight));
        (_tape, _table, _bias, _output) = (tape, table, bias, output);
        _weights = [.. Enumerable.Range(0, weight.Rows / table.Columns).Select(place => weight.Slice(place * table.Columns, table.Columns))];
    }

    public override long ForwardFlops => 2L * _table.Length * _weights.Length * _output.Columns;

    // One product for the gradient of the embeddings and one for that of the weight.
    public override long BackwardFlops => 2 * ForwardFlops;

    public override void Forward()
    {
        Span<float> output = _output.Values;
        _tape.Weights(_bias).CopyTo(output);
        int symbols = _table.Rows, embedding = _table.Columns, columns = _output.Columns;
        for (int place = 0; place < _weights.Length; place++)
        {
            MatrixMultiply.Multiply(
                symbols, columns, embedding, _tape.Weights(_table), embedding, _tape.Weights(_weights[place]), columns, Of(place, output), columns);
        }
    }

    public override void Backward()
    {
        Span<float> dy = _output.Gradients;
        Elementwise.AddTo(dy[.._output.Columns], _tape.Gradients(_bias));
        for (int place = 0; place < _weights.Length; place++)
            Backward(_weights[place], Of(place, dy));
    }

    private void Backward(Parameter weight, ReadOnlySpan<float> dy)
    {
        int symbols = _table.Rows, embedding = _table.Columns, columns = _output.Columns;
        Span<float> dw = _tape.WriteGradients(weight, out bool add);
        MatrixMultiply.MultiplyTransposedLeft(embedding, columns, symbols, _tape.Weights(_table), embedding, dy, columns, dw, columns, accumulate: add);
        MatrixMultiply.MultiplyTransposedRight(
            symbols, embedding, columns, dy, columns, _tape.Weights(weight), columns, _tape.Gradients(_table), embedding, accumulate: true);
    }

    private Span<float> Of(int place, Span<float> rows) => rows.Slice((1 + place * _table.Rows) * _output.Columns, _table.Rows * _output.Columns);
}
