namespace Oversight.Cli;

/// <summary>The version of this program, written next to its results.</summary>
internal static class ProgramVersion
{
    /// <summary>Three numbers with points.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
