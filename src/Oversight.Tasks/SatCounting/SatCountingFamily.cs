using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.SatCounting;

/// <summary>The configurations of satisfiability counting.</summary>
internal sealed partial class SatCountingFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "sat-counting";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
        [new("sat-counting", "count the assignments that satisfy all clauses", "sat_v3_l2", "sat_v4_l2", "sat_v6_l3")];

    /// <inheritdoc/>
    public string ConfigurationGrammar => "sat_v<variables>_l<literals a clause>";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => SatCountingPresets.Of(preset);

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        return match.Success ? new SatCountingTask(match.Number("v"), match.Number("l")) : null;
    }

    [GeneratedRegex(@"^sat_v(?<v>[0-9]{1,2})_l(?<l>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
