using System.Diagnostics;

namespace Oversight.Cli.Tests;

/// <summary>A test that mounts a small disk of its own; skipped, visibly, where mounting is not permitted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly bool IsPermitted = Probe();

    public TmpfsFactAttribute() => Skip = IsPermitted ? null : "mounting a tmpfs is not permitted here";

    /// <summary>Mounts, remounts or unmounts.</summary>
    /// <returns>Whether it could.</returns>
    public static bool Do(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var folder = new TemporaryFolder();
        return Do("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path) && Do("umount", folder.Path);
    }
}
