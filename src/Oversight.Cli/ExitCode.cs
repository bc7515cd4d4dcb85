namespace Oversight.Cli;

/// <summary>What the program's exit code means.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>The work failed: training diverged, the disk is full.</summary>
    public const int Failure = 1;

    /// <summary>The input was wrong; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted twice, or once where there is nothing to save: ended at once, a run at its last checkpoint.</summary>
    public const int Killed = 130;
}
