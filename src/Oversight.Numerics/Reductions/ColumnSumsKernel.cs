namespace Oversight.Numerics;

/// <summary>destination[c] += sum over r of x[r, c], each column in the order of rows.</summary>
internal readonly unsafe struct ColumnSumsKernel(int rows, int columns, float* x, nint stride, float* destination) : IKernel
{
    private readonly float* _x = x;
    private readonly float* _destination = destination;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        int column = 0;
        for (; column <= columns - (4 * TLanes.Count); column += 4 * TLanes.Count) SumFour<TLanes>(column);
        for (; column < columns; column += TLanes.Count) SumOne<TLanes>(column, Math.Min(TLanes.Count, columns - column));
    }

    private void SumFour<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        float* source = _x + column;
        float* sums = _destination + column;
        TLanes sum0 = TLanes.Load(sums);
        TLanes sum1 = TLanes.Load(sums + TLanes.Count);
        TLanes sum2 = TLanes.Load(sums + (2 * TLanes.Count));
        TLanes sum3 = TLanes.Load(sums + (3 * TLanes.Count));
        for (int row = rows; row > 0; row--)
        {
            sum0 += TLanes.Load(source);
            sum1 += TLanes.Load(source + TLanes.Count);
            sum2 += TLanes.Load(source + (2 * TLanes.Count));
            sum3 += TLanes.Load(source + (3 * TLanes.Count));
            source += stride;
        }
        TLanes.Store(sums, sum0);
        TLanes.Store(sums + TLanes.Count, sum1);
        TLanes.Store(sums + (2 * TLanes.Count), sum2);
        TLanes.Store(sums + (3 * TLanes.Count), sum3);
    }

    private void SumOne<TLanes>(int column, int count)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        float* source = _x + column;
        TLanes sum = TLanes.LoadPartial(_destination + column, count);
        for (int row = rows; row > 0; row--)
        {
            sum += TLanes.LoadPartial(source, count);
            source += stride;
        }
        TLanes.StorePartial(_destination + column, sum, count);
    }
}
