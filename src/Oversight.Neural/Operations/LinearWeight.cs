using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The W of a linear map, (C, D): a parameter, or a tensor that was made of parameters.</summary>
internal abstract class LinearWeight : IDisposable
{
    /// <summary>C.</summary>
    public abstract int Rows { get; }

    /// <summary>D.</summary>
    public abstract int Columns { get; }

    /// <summary>(C, D).</summary>
    public abstract ReadOnlySpan<float> Values { get; }

    /// <summary>W cut into panels; null where products cut it themselves.</summary>
    public abstract PackedMatrix? Panels { get; }

    /// <summary>Its transpose cut into panels; null where products cut it themselves.</summary>
    public abstract PackedMatrix? TransposedPanels { get; }

    /// <summary>Called before each forward product.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>(C, D): the gradient, for an operation that can also overwrite all of it.</summary>
    /// <param name="add">Whether others came before, so that the operation must add.</param>
    public abstract Span<float> WriteGradients(out bool add);

    /// <summary>Frees panels of its own.</summary>
    public abstract void Dispose();
}
