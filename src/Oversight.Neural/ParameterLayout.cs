namespace Oversight.Neural;

/// <summary>The parameters of a network, laid one after the other in one flat vector. Weights, gradients, moments and averages share a layout.</summary>
public sealed class ParameterLayout
{
    private readonly List<Parameter> _parameters = [];
    private readonly HashSet<string> _names = [];

    /// <summary>The parameters in the order of their places.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>The length of the flat vector.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a parameter at the end.</summary>
    /// <param name="name">A name not yet used.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="initialise">Fills the starting values.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Parameter Add(string name, int rows, int columns, Initialiser initialise)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"A parameter named '{name}' exists already.", nameof(name));
        var parameter = new Parameter(name, rows, columns, Length, initialise);
        _parameters.Add(parameter);
        Length += parameter.Length;
        return parameter;
    }
}
