using System.Reflection;

namespace Oversight.Cli;

/// <summary>The version of this program, written next to its results.</summary>
internal static class ProgramVersion
{
    /// <summary>Three numbers with points and, where it was built from a repository, the commit.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
