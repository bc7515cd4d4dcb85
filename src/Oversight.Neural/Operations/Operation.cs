namespace Oversight.Neural.Operations;

/// <summary>One recorded operation. Forward overwrites its output; Backward adds to the gradients of its inputs and parameters.</summary>
internal abstract class Operation
{
    /// <summary>The multiplications and additions of the matrix products in <see cref="Forward"/>, at the sizes of this replay.</summary>
    public virtual long ForwardFlops => 0;

    /// <summary>The multiplications and additions of the matrix products in <see cref="Backward"/>.</summary>
    public virtual long BackwardFlops => 0;

    public abstract void Forward();

    public abstract void Backward();
}
