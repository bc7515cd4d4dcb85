using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>The configurations of sequential assignments.</summary>
internal sealed partial class SequentialAssignmentsFamily : ITaskFamily
{
    /// <inheritdoc/>
    public string Name => "sequential-assignments";

    /// <inheritdoc/>
    public ImmutableArray<TaskVariant> Variants { get; } =
    [
        new("sequential-assignments", "evaluate x := f(y, z) with a tabulated f", "eval_c8_l1", "eval_c4_l2", "eval_c8_l2"),
        new("sequential-assignments:mod8", "f is addition modulo 8", "evalsum_c8_l1_mod8", "evalsum_c4_l2_mod8", "evalsum_c8_l2_mod8"),
        new("sequential-assignments:raw", "f is addition, clamped", "evalsum_c8_l1_raw", "evalsum_c4_l2_raw", "evalsum_c8_l2_raw"),
    ];

    /// <inheritdoc/>
    public string ConfigurationGrammar =>
        "eval_c<characters>_l<characters a variable>, evalsum_c<characters>_l<characters a variable>_mod<modulus> or _raw";

    /// <inheritdoc/>
    public IEnumerable<TunedSetting> Tuned(TaskVariant variant, TaskPreset preset) => SequentialAssignmentsPresets.Of(preset, adds: variant.Name != Name);

    /// <inheritdoc/>
    public AlgorithmicTask? Create(string configuration)
    {
        Match match = ConfigurationPattern().Match(configuration);
        if (!match.Success)
            return null;
        int characters = match.Number("c");
        int length = match.Number("l");
        if (match.Groups["m"].Success)
            return SequentialAssignmentsTask.Modulo(characters, length, match.Number("m"));
        return match.Groups["raw"].Success
            ? SequentialAssignmentsTask.Clamped(characters, length)
            : SequentialAssignmentsTask.WithTable(characters, length);
    }

    [GeneratedRegex(
        @"^(?:eval_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})|evalsum_c(?<c>[0-9]{1,3})_l(?<l>[0-9]{1,2})_(?:mod(?<m>[0-9]{1,3})|(?<raw>raw)))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationPattern();
}
