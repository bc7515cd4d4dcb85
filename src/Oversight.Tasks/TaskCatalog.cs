using System.Collections.Immutable;

namespace Oversight.Tasks;

/// <summary>All tasks there are, found by looking through this assembly for families. Thread-safe.</summary>
public static class TaskCatalog
{
    /// <summary>The families, by name.</summary>
    public static ImmutableArray<ITaskFamily> Families { get; } =
    [
        .. typeof(TaskCatalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITaskFamily)))
            .Select(type => (ITaskFamily)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(family => family.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every variant of every family.</summary>
    public static ImmutableArray<TaskVariant> Variants { get; } = [.. Families.SelectMany(family => family.Variants)];

    /// <summary>The task of a variant at a size.</summary>
    /// <param name="variant">The variant's name, for example <c>wildcard-search:mod8</c>.</param>
    /// <param name="preset">The size.</param>
    /// <exception cref="ArgumentException">There is no such variant.</exception>
    public static AlgorithmicTask Create(string variant, TaskPreset preset)
    {
        TaskVariant? found = Variants.FirstOrDefault(candidate => candidate.Name == variant);
        if (found is not null)
            return Create(found.ConfigurationOf(preset));
        string known = string.Join(", ", Variants.Select(one => one.Name));
        throw new ArgumentException($"There is no task '{variant}'; there are {known}.");
    }

    /// <summary>The settings that were tuned for a variant at a size; none for a variant that is not known.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> TunedFor(string variant, TaskPreset preset) =>
        from family in Families
        from one in family.Variants
        where one.Name == variant
        from tuned in family.Tuned(one, preset)
        select tuned;

    /// <summary>The task of a configuration.</summary>
    /// <param name="configuration">The configuration's name, as in the reference, for example <c>graph_c8_l2</c>.</param>
    /// <exception cref="ArgumentException">There is no such configuration.</exception>
    public static AlgorithmicTask Create(string configuration)
    {
        foreach (ITaskFamily family in Families)
        {
            if (family.Create(configuration) is { } task)
                return task;
        }

        IEnumerable<string> grammars = Families.Select(family => family.ConfigurationGrammar);
        throw new ArgumentException($"There is no configuration '{configuration}'; names look like {string.Join("; ", grammars)}.");
    }
}
