using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.ShortestPath;

/// <summary>The configurations of shortest path.</summary>
internal sealed partial class ShortestPathFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "shortest-path";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
        [new("shortest-path", "distances and first steps in a directed graph", "graph_c8_l1", "graph_c4_l2", "graph_c8_l2")];

    /// <inheritdoc/>
    public string ConfigurationGrammar => "graph_c<characters>_l<characters a vertex>";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => ShortestPathPresets.Of(preset);

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        return match.Success ? new ShortestPathTask(match.Number("c"), match.Number("l")) : null;
    }

    [GeneratedRegex(@"^graph_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
