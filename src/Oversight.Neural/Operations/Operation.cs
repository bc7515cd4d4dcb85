namespace Oversight.Neural.Operations;

/// <summary>One recorded operation. Forward overwrites its output; Backward adds to the gradients of its inputs and parameters.</summary>
internal abstract class Operation
{
    public abstract void Forward();

    public abstract void Backward();
}
