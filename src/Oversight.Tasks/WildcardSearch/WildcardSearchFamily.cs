using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>The configurations of wildcard search.</summary>
internal sealed partial class WildcardSearchFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "wildcard-search";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
    [
        new("wildcard-search", "sum a table over the strings that match a pattern", "sum_c2_l3", "sum_c2_l4", "sum_c2_l6"),
        new("wildcard-search:mod8", "the same, sums taken modulo 8", "sum_c2_l3_mod8", "sum_c2_l4_mod8", "sum_c2_l6_mod8"),
        new("wildcard-search:3", "the same with three characters, so H asks three questions", "sum_c3_l2", "sum_c3_l3", "sum_c3_l4"),
    ];

    /// <inheritdoc/>
    public string ConfigurationGrammar => "sum_c<characters>_l<length>[_mod<modulus>]";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => WildcardSearchPresets.Of(preset);

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        if (!match.Success)
            return null;
        int? modulus = match.Groups["m"].Success ? match.Number("m") : null;
        return new WildcardSearchTask(match.Number("c"), match.Number("l"), modulus);
    }

    [GeneratedRegex(@"^sum_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})(?:_mod(?<m>[0-9]{1,3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
