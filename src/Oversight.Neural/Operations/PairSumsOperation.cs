using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = the sum over the keys of a row's group of max(0, q + k).</summary>
internal sealed class PairSumsOperation(Tensor q, Tensor k, Tensor output) : Operation
{
    private readonly int _columns = q.Columns;

    public override void Forward()
    {
        for (int group = 0; group < q.Groups.Count; group++)
        {
            PairSums.Forward(
                q.Groups.Size(group), k.Groups.Size(group), _columns, Part(q, q.Values, group), Part(k, k.Values, group), Part(q, output.Values, group));
        }
    }

    public override void Backward()
    {
        for (int group = 0; group < q.Groups.Count; group++)
        {
            PairSums.Backward(
                q.Groups.Size(group),
                k.Groups.Size(group),
                _columns,
                Part(q, q.Values, group),
                Part(k, k.Values, group),
                Part(q, output.Gradients, group),
                Part(q, q.Gradients, group),
                Part(k, k.Gradients, group));
        }
    }

    private Span<float> Part(Tensor tensor, Span<float> numbers, int group) => numbers[(tensor.Groups.Start(group) * _columns)..];
}
