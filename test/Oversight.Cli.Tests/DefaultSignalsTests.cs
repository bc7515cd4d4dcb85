using System.Diagnostics;
using System.Globalization;

namespace Oversight.Cli.Tests;

public sealed class DefaultSignalsTests
{
    private const int InterruptBit = 1 << 1;

    /// <summary>Were Ctrl+C ignored, the tests that send it would wait for ever.</summary>
    [Fact]
    public void Start_ByAShellThatIgnoresInterrupts_ProgramListensToThem()
    {
        if (DefaultSignals.Prefix.Length == 0)
            return;
        string[] ignoring = ["-c", "trap '' INT; exec \"$@\"", "sh", .. DefaultSignals.Prefix, "sleep", "60"];
        using Process process = Process.Start("sh", ignoring);
        try
        {
            while (!File.ReadAllText($"/proc/{process.Id}/comm").StartsWith("sleep", StringComparison.Ordinal))
                Thread.Yield();
            string[] status = File.ReadAllLines($"/proc/{process.Id}/status");
            string ignored = status.Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
            Assert.Equal(0ul, ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
