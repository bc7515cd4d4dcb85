using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>
/// scale q k^T within groups; -infinity where there is no key or where it lies in the future. Where all heads share their keys, the heads of a row are rows of one product.
/// </summary>
internal sealed class ScoresOperation(Tensor q, Tensor k, int heads, float scale, bool causal, Tensor output) : Operation
{
    private readonly int _width = q.Columns / heads;
    private readonly int _stride = k.Groups.RowCapacity;
    private readonly bool _isShared = k.Columns < q.Columns;

    private int Products => _isShared ? 1 : heads;

    private int QueryStride => _isShared ? _width : q.Columns;

    private int ScoreStride => _isShared ? _stride : output.Columns;

    public override long ForwardFlops => 2 * q.Groups.PairsWith(k.Groups) * q.Columns;

    public override long BackwardFlops => 2 * ForwardFlops;

    public override void Forward()
    {
        for (int group = 0; group < q.Groups.Count; group++)
        {
            int rows = q.Groups.Size(group);
            if (rows == 0)
                continue;
            Span<float> scores = output.Values.Slice(q.Groups.Start(group) * output.Columns, rows * output.Columns);
            for (int head = 0; head < Products; head++)
            {
                MatrixMultiply.MultiplyTransposedRight(
                    RowsOf(rows), k.Groups.Size(group), _width, Queries(group, head), QueryStride, Keys(group, head), k.Columns, scores[(head * _stride)..], ScoreStride, scale: scale);
            }

            Mask(scores, rows, k.Groups.Size(group));
        }
    }

    public override void Backward()
    {
        q.WriteGradients(out bool addToQueries);
        bool addToKeys = k.BeginGroupGradients(q.Groups);
        for (int group = 0; group < q.Groups.Count; group++)
        {
            int rows = q.Groups.Size(group);
            int keys = k.Groups.Size(group);
            if (rows == 0)
                continue;
            for (int head = 0; head < Products; head++)
            {
                Span<float> dScores = output.Gradients[(q.Groups.Start(group) * output.Columns + head * _stride)..];
                Span<float> dq = q.Gradients[(q.Groups.Start(group) * q.Columns + head * _width)..];
                MatrixMultiply.Multiply(
                    RowsOf(rows), _width, keys, dScores, ScoreStride, Keys(group, head), k.Columns, dq, QueryStride, addToQueries, scale);
                Span<float> dk = k.Gradients[(k.Groups.Start(group) * k.Columns + head * _width)..];
                MatrixMultiply.MultiplyTransposedLeft(
                    keys, _width, RowsOf(rows), dScores, ScoreStride, Queries(group, head), QueryStride, dk, k.Columns, addToKeys, scale);
            }
        }
    }

    private int RowsOf(int rows) => _isShared ? heads * rows : rows;

    private void Mask(Span<float> scores, int rows, int keys)
    {
        for (int row = 0; row < rows; row++)
        {
            int visible = causal ? Math.Min(row + 1, keys) : keys;
            for (int head = 0; head < heads; head++)
                scores.Slice(row * output.Columns + head * _stride, _stride)[visible..].Fill(float.NegativeInfinity);
        }
    }

    private Span<float> Queries(int group, int head) => q.Values[(q.Groups.Start(group) * q.Columns + head * _width)..];

    private Span<float> Keys(int group, int head) => k.Values[(k.Groups.Start(group) * k.Columns + head * _width)..];
}
