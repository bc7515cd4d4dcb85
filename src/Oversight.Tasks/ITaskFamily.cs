using System.Collections.Immutable;

namespace Oversight.Tasks;

/// <summary>
/// A family of tasks that differ in configuration only. A folder of this project holds one family; <see cref="TaskCatalog"/> finds every
/// implementation that has a constructor without parameters, so that a new task is a new folder and nothing else.
/// </summary>
public interface ITaskFamily
{
    /// <summary>The family's name, for example <c>permutation-powering</c>.</summary>
    string Name { get; }

    /// <summary>The variants to choose from, the usual one first.</summary>
    ImmutableArray<TaskVariant> Variants { get; }

    /// <summary>What the names of configurations look like, for people.</summary>
    string ConfigurationGrammar { get; }

    /// <summary>The task of a configuration, or null if the name is not one of this family's.</summary>
    /// <param name="configuration">A name as in the reference.</param>
    /// <exception cref="ArgumentException">The name is this family's, but what it asks for is too large.</exception>
    AlgorithmicTask? Create(string configuration);

    /// <summary>The settings that were tuned for a variant at a size; what is not among them has its usual value.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="preset">The size.</param>
    IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => [];
}
