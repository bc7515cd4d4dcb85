namespace Oversight.Training.Runs;

/// <summary>Writes a file so that it is there whole or not at all: under another name first, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes or replaces a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string unfinished = path + ".tmp";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Writes or replaces a text file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content, in UTF-8.</param>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
