using System.Text;

namespace Oversight.Runs.Files;

/// <summary>Writes a file so that it is there whole or not at all: under another name first, flushed to the disk, then renamed, and the name flushed too.</summary>
internal static class AtomicFile
{
    /// <summary>What the name of a file that is not finished ends with.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Writes or replaces a file.</summary>
    /// <param name="files">The disk.</param>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its content.</param>
    public static void Write(IFileSystem files, string path, ReadOnlySpan<byte> bytes)
    {
        string unfinished = path + Unfinished;
        try
        {
            files.WriteFlushed(unfinished, bytes);
            files.ReplaceFile(unfinished, path);
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            // A full disk gets its room back; what is left if that fails too is written over next time.
            DiskTrouble.Ignore(() => files.DeleteFile(unfinished));
            throw;
        }

        files.FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes or replaces a text file.</summary>
    /// <param name="files">The disk.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content, in UTF-8.</param>
    public static void Write(IFileSystem files, string path, string text) => Write(files, path, Encoding.UTF8.GetBytes(text));
}
