namespace Oversight.Neural.Operations;

/// <summary>The last rows of a tensor.</summary>
internal sealed class LastRowsOperation(Tensor x, Tensor output) : Operation
{
    public override void Forward() => x.Values[^output.Values.Length..].CopyTo(output.Values);

    public override void Backward() => throw new InvalidOperationException("The last rows alone have no gradient.");
}
