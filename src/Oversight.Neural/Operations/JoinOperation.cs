using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y[r] = bias + table[0] + the sum over places p of table[1 + p n + symbols[r, p]].</summary>
internal sealed class JoinOperation : Operation
{
    private readonly IndexInput _symbols;
    private readonly Tensor _table;
    private readonly Tensor? _bias;
    private readonly Tensor _output;
    private readonly int _symbolCount;
    private readonly int[] _rows;

    public JoinOperation(IndexInput symbols, Tensor table, Tensor? bias, Tensor output)
    {
        _symbolCount = (table.Groups.Capacity - 1) / symbols.Columns;
        if (1 + _symbolCount * symbols.Columns != table.Groups.Capacity)
            throw new ArgumentException($"A table of {table.Groups.Capacity} rows does not fit {symbols.Columns} places.", nameof(table));
        (_symbols, _table, _bias, _output) = (symbols, table, bias, output);
        _rows = new int[symbols.Groups.Capacity * RowsEach];
    }

    /// <summary>How many rows of the table each row sums: the first, and one a place.</summary>
    private int RowsEach => 1 + _symbols.Columns;

    public override void Forward()
    {
        PlaceRows();
        Embedding.SumForward(_output.Rows, _output.Columns, RowsEach, _rows, _table.Values, _output.Values, _bias is null ? [] : _bias.Values);
    }

    public override void Backward()
    {
        Span<float> dy = _output.Gradients;
        if (_bias is not null)
            Reductions.ColumnSumsTo(_output.Rows, _output.Columns, dy, _output.Columns, _bias.Gradients);
        Embedding.SumBackward(_output.Rows, _output.Columns, RowsEach, _rows, dy, _table.Gradients);
    }

    private int RowOf(int place, int symbol)
    {
        if (symbol < -1 || symbol >= _symbolCount)
            throw new ArgumentException($"Symbol {symbol} is outside the table; allowed are -1 (none) to {_symbolCount - 1}.");
        return symbol < 0 ? -1 : 1 + place * _symbolCount + symbol;
    }

    /// <summary>Turns symbols into rows of the table.</summary>
    private void PlaceRows()
    {
        int next = 0;
        for (int row = 0; row < _output.Rows; row++)
        {
            _rows[next++] = 0;
            ReadOnlySpan<int> symbols = _symbols.Row(row);
            for (int place = 0; place < symbols.Length; place++)
                _rows[next++] = RowOf(place, symbols[place]);
        }
    }
}
