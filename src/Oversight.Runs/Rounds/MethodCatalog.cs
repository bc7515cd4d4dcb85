using System.Collections.Immutable;

namespace Oversight.Runs.Rounds;

/// <summary>The methods that a program offers, in the order in which it lists them. Immutable.</summary>
public sealed class MethodCatalog
{
    /// <summary>A catalogue.</summary>
    /// <param name="methods">The methods; at least one, the usual one first.</param>
    /// <exception cref="ArgumentException">There is none, or two have the same name.</exception>
    public MethodCatalog(params ImmutableArray<LearningMethod> methods)
    {
        if (methods.IsDefaultOrEmpty)
            throw new ArgumentException("A catalogue needs at least one method.", nameof(methods));
        if (methods.GroupBy(method => method.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two methods are called '{twice.Key}'.", nameof(methods));
        All = methods;
    }

    /// <summary>The methods, in order.</summary>
    public ImmutableArray<LearningMethod> All { get; }

    /// <summary>The method that is used where none is named.</summary>
    public LearningMethod Usual => All[0];

    /// <summary>The names of the methods, in order.</summary>
    public IEnumerable<string> Names => All.Select(method => method.Name);

    /// <summary>The method of a name, or null.</summary>
    /// <param name="name">The name.</param>
    public LearningMethod? Find(string name) => All.FirstOrDefault(method => method.Name == name);

    /// <summary>Where a method stands in the order; after all others if it is not in it.</summary>
    /// <param name="method">The method.</param>
    public int PlaceOf(LearningMethod method) => All.IndexOf(method) is >= 0 and var place ? place : All.Length;
}
