namespace Oversight.Tasks;

/// <summary>One way to set a family's task, by the name it has on the command line, with its configuration at each size.</summary>
/// <param name="Name">The family's name, or that name, a colon and what is special.</param>
/// <param name="Summary">What is special, in one sentence.</param>
/// <param name="Tiny">The configuration of <see cref="TaskPreset.Tiny"/>.</param>
/// <param name="Small">The configuration of <see cref="TaskPreset.Small"/>.</param>
/// <param name="Paper">The configuration of <see cref="TaskPreset.Paper"/>.</param>
public sealed record TaskVariant(string Name, string Summary, string Tiny, string Small, string Paper)
{
    /// <summary>The configuration of a size.</summary>
    /// <param name="preset">The size.</param>
    public string ConfigurationOf(TaskPreset preset) => preset switch
    {
        TaskPreset.Tiny => Tiny,
        TaskPreset.Small => Small,
        TaskPreset.Paper => Paper,
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "Not a preset."),
    };
}
