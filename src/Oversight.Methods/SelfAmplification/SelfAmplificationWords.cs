using Oversight.Runs.Rounds;

namespace Oversight.Methods.SelfAmplification;

/// <summary>How reports speak of self-amplification.</summary>
internal static class SelfAmplificationWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("self-ampl.", "self") { Help = "H is cut off" };
}
