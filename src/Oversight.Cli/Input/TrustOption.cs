using System.CommandLine;

namespace Oversight.Cli.Input;

/// <summary>Whether weights without a hash are taken: the same option for every command that opens a run.</summary>
internal sealed class TrustOption : Option<bool>
{
    /// <summary>The option.</summary>
    public TrustOption()
        : base("--trust") => Description = "take weights that carry no hash, because they were made elsewhere; the output says so";
}
