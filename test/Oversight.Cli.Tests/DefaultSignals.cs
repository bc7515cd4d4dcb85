using System.Diagnostics;

namespace Oversight.Cli.Tests;

/// <summary>
/// What is started in the background by a shell without job control, as with <c>nohup dotnet test &amp;</c>, ignores Ctrl+C, and so does
/// all that it starts. Tests that send a
/// program Ctrl+C start it by <c>env --default-signal</c>, which undoes that.
/// </summary>
internal static class DefaultSignals
{
    /// <summary>What stands before a command; nothing where <c>env</c> cannot do this.</summary>
    public static string[] Prefix { get; } = CanReset() ? ["env", "--default-signal=INT"] : [];

    private static bool CanReset()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "true"]) { RedirectStandardError = true };
        using Process probe = Process.Start(start)!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}
