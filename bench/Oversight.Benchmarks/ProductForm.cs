namespace Oversight.Benchmarks;

/// <summary>The forms of the matrix product that training needs.</summary>
internal enum ProductForm
{
    /// <summary>A · B.</summary>
    Plain,

    /// <summary>A · Bᵀ: the gradient of a layer's input.</summary>
    TransposedRight,

    /// <summary>Aᵀ · B: the gradient of a layer's weights.</summary>
    TransposedLeft,

    /// <summary>max(0, A · B + bias): a layer.</summary>
    Layer,
}
