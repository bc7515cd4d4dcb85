using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.UnionFind;

/// <summary>The configurations of union find.</summary>
internal sealed partial class UnionFindFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "union-find";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
        [new("union-find", "values, parents and depths in trees of equalities", "equals_c8_l1", "equals_c4_l2", "equals_c8_l2")];

    /// <inheritdoc/>
    public string ConfigurationGrammar => "equals_c<characters>_l<characters a variable>";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => UnionFindPresets.Of(preset);

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        return match.Success ? new UnionFindTask(match.Number("c"), match.Number("l")) : null;
    }

    [GeneratedRegex(@"^equals_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
