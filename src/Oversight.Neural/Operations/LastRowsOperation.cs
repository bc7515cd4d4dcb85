namespace Oversight.Neural.Operations;

/// <summary>The last row of each group. Answers only.</summary>
internal sealed class LastRowsOperation(Tensor x, Tensor output) : Operation
{
    public override void Forward()
    {
        for (int group = 0; group < x.Groups.Count; group++)
            x.Row(x.Groups.Start(group + 1) - 1).CopyTo(output.Row(group));
    }

    public override void Backward() => throw new InvalidOperationException("The last rows have no gradient.");
}
