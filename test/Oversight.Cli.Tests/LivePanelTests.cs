using System.Diagnostics;

namespace Oversight.Cli.Tests;

/// <summary>The panel that redraws itself, on a terminal.</summary>
public sealed class LivePanelTests
{
    private const string CtrlC = "\u0003";

    /// <summary>
    /// The terminal shows ^C where the cursor stands. At the end of the last line, which fills the screen's width, that begins another line, and the next frame, drawn a line
    /// further down, leaves the first border of the one before. A key that arrives while a frame is being written is shown in the middle of it, whoever draws; so a few tries
    /// are allowed for one that arrives between two frames.
    /// </summary>
    [PseudoTerminalFact]
    public void Train_CtrlC_NoSecondBorder()
    {
        const int Tries = 5;
        string before = "";
        for (int i = 0; i < Tries && !before.EndsWith('\r'); i++)
            before = BeforeCtrlC();
        // A carriage return is the last thing that was written before: the cursor stood at the beginning of the line.
        Assert.EndsWith("\r", before, StringComparison.Ordinal);
    }

    /// <summary>What a run had written to its terminal when it was interrupted.</summary>
    private static string BeforeCtrlC()
    {
        using var folder = new TemporaryFolder();
        string program = Path.Combine(AppContext.BaseDirectory, "oversight.dll");
        string train = string.Join(' ', StoppedFixture.Train) + " --steps 1000000 --minutes 2 --out run";
        string command = $"stty cols 90 rows 40; exec dotnet {program} {train}";
        string[] terminal = [.. DefaultSignals.Prefix, "script", "--quiet", "--return", "--command", command, "/dev/null"];
        var start = new ProcessStartInfo(terminal[0], terminal[1..])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("COLUMNS");
        using Process process = Process.Start(start)!;
        string shown = Read(process, until: "teacher so far");
        process.StandardInput.Write(CtrlC);
        process.StandardInput.Flush();
        shown += process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Go on with", shown, StringComparison.Ordinal);
        int at = shown.IndexOf("^C", StringComparison.Ordinal);
        Assert.True(at > 0, "the terminal showed no ^C");
        return shown[..at];
    }

    private static string Read(Process process, string until)
    {
        var shown = new System.Text.StringBuilder();
        while (process.StandardOutput.Read() is >= 0 and int symbol)
        {
            shown.Append((char)symbol);
            if (symbol == until[^1] && shown.ToString().EndsWith(until, StringComparison.Ordinal))
                break;
        }

        return shown.ToString();
    }
}
