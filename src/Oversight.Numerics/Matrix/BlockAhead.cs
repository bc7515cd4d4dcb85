namespace Oversight.Numerics;

/// <summary>Memory that the next block of a product will read, handed out to the tiles of this block, which fetch it while they compute.</summary>
/// <remarks>Processors foresee reads that go on and on, not those of short rows far apart.</remarks>
internal unsafe struct BlockAhead
{
    private readonly float* _start;
    private readonly nint _stride;
    private readonly int _length;
    private readonly int _tileRows;
    private readonly int _groups;
    private readonly int _run;
    private int _group;
    private int _offset;

    /// <summary>Shares out rows among tiles, each of which takes a run of <paramref name="tileRows"/> rows.</summary>
    /// <param name="start">First float.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="length">Floats in a row.</param>
    /// <param name="tiles">Tiles that will take a share each.</param>
    /// <param name="tileRows">Rows of a share.</param>
    public BlockAhead(float* start, nint stride, int rows, int length, int tiles, int tileRows)
    {
        (_stride, _length, _tileRows) = (stride, length, tileRows);
        _start = start;
        _groups = Math.Max(1, (rows + tileRows - 1) / tileRows);
        int runs = Math.Max(1, tiles / _groups);
        _run = ((length + runs - 1) / runs + CacheLine.Floats - 1) / CacheLine.Floats * CacheLine.Floats;
    }

    /// <summary>Gives a tile the next share; false when all is given.</summary>
    public bool TryNext(ref TileAhead ahead)
    {
        if (_offset >= _length)
        {
            ahead.Block = null;
            return false;
        }
        ahead.Block = _start + (_group * _tileRows * _stride) + _offset;
        ahead.BlockRow = _stride;
        ahead.BlockLength = _run;
        if (++_group == _groups)
        {
            _group = 0;
            _offset += _run;
        }
        return true;
    }
}
