namespace Oversight.Cli.Tests;

/// <summary>A test that needs a terminal, which the program <c>script</c> lends; skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") ? null : "there is no program 'script' here to lend a terminal";
}
