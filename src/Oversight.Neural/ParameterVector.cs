using Oversight.Determinism;
using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>One number for each place of a layout: weights, gradients, a moment, an average. Flat, so that an optimiser or a snapshot is one pass.</summary>
public sealed class ParameterVector : IDisposable
{
    private readonly AlignedBuffer _buffer;

    /// <summary>A vector of zeros.</summary>
    /// <param name="layout">The places.</param>
    public ParameterVector(ParameterLayout layout)
    {
        Layout = layout;
        _buffer = new AlignedBuffer(layout.Length);
    }

    /// <summary>The places.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>Every number, in the order of the layout.</summary>
    public Span<float> Values => _buffer.Span[..Layout.Length];

    /// <summary>The numbers of one parameter, (rows, columns).</summary>
    /// <param name="parameter">A parameter of this layout.</param>
    public Span<float> Of(Parameter parameter) => _buffer.Span.Slice(parameter.Offset, parameter.Length);

    /// <summary>Whether every number is finite.</summary>
    public bool IsFinite
    {
        get
        {
            foreach (float value in Values)
            {
                if (!float.IsFinite(value))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Gives every parameter its starting values; each draws from a stream named after it.</summary>
    /// <param name="key">The key of this initialisation.</param>
    public void Initialise(RandomKey key)
    {
        foreach (Parameter parameter in Layout.Parameters)
            parameter.Initialise(Of(parameter), parameter.Rows, parameter.Columns, key.Child(parameter.Name).Stream());
    }

    /// <summary>Takes over the numbers of another vector of the same layout.</summary>
    /// <param name="other">The source.</param>
    public void CopyFrom(ParameterVector other) => other.Values.CopyTo(Values);

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
