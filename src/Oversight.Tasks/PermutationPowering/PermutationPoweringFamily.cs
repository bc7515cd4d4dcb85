using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.PermutationPowering;

/// <summary>The configurations of permutation powering.</summary>
internal sealed partial class PermutationPoweringFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "permutation-powering";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
        [new("permutation-powering", "apply a permutation n times", "iterate_c4_l1_k3", "iterate_c4_l2_k4", "iterate_c8_l2_k6")];

    /// <inheritdoc/>
    public string ConfigurationGrammar => "iterate_c<characters>_l<characters an element>_k<exponent bits>";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => PermutationPoweringPresets.All;

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        return match.Success ? new PermutationPoweringTask(match.Number("c"), match.Number("l"), match.Number("k")) : null;
    }

    [GeneratedRegex(@"^iterate_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})_k(?<k>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
