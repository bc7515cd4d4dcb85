using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Oversight.Cli.Tests;

/// <summary>The real program, run as a process, and what came of it.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Both outputs as running text, as before it was broken into lines of a width.</summary>
    public string Text => Regex.Replace(Output + Error, "\\s+", " ");

    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last line of standard output.</summary>
    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    public static ProgramRun Of(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        return EndOf(process);
    }

    /// <summary>Starts the program without waiting for it.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, ImmutableDictionary<string, string>.Empty, arguments);

    /// <summary>Starts the program with variables set in its environment.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        string[] command = [.. DefaultSignals.Prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "oversight.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("OVERSIGHT_COMMAND");
        start.Environment.Remove("COLUMNS");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs the program in a terminal, or what says that it is one, of some width.</summary>
    public static ProgramRun Of(string folder, int columns, params string[] arguments)
    {
        using Process process = Start(folder, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, arguments);
        return EndOf(process);
    }

    /// <summary>Sends a process a signal.</summary>
    public static void Signal(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Reads standard error up to the first line that holds some words.</summary>
    public static void AwaitError(Process process, string words)
    {
        while (process.StandardError.ReadLine() is { } line && !line.Contains(words, StringComparison.Ordinal))
            continue;
    }

    /// <summary>Waits for the end.</summary>
    public static ProgramRun EndOf(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
