namespace Oversight.Runs.Files;

/// <summary>What a disk that refuses throws: full, not writable, gone.</summary>
internal static class DiskTrouble
{
    /// <summary>Whether an exception says that the disk refused.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What it says, in one line.</summary>
    public static string Line(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    /// <summary>Does something that need not succeed.</summary>
    public static void Ignore(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (Is(exception))
        {
            // Tidying up: nothing depends on it.
        }
    }
}
