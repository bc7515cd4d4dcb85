using System.Collections.Immutable;
using System.Diagnostics;

namespace Oversight.Cli.Tests;

/// <summary>The real program, run as a process, and what came of it.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
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
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("OVERSIGHT_COMMAND");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "oversight.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
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
