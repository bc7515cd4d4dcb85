using Oversight.Runs.Rounds;

namespace Oversight.Methods.IteratedAmplification;

/// <summary>How reports speak of amplification.</summary>
internal static class AmplifyWords
{
    /// <summary>The words for amplification with H'.</summary>
    public static MethodWords WithHumanModel { get; } = new("amplify", "amplify") { Help = "with H', the paper's method" };

    /// <summary>The words for amplification by H alone.</summary>
    public static MethodWords Scripted { get; } = new("scripted H", "scripted") { Help = "H answers everything" };
}
