namespace Oversight.Runs.Files;

/// <summary>
/// The few things that writing a run needs of a disk; a seam at which tests let each of them fail. Everything that a run folder holds is written through it.
/// Each call throws an <see cref="IOException"/> or an <see cref="UnauthorizedAccessException"/> where the disk refuses.
/// </summary>
public interface IFileSystem
{
    /// <summary>Makes a folder and those above it.</summary>
    /// <param name="path">The folder.</param>
    void CreateFolder(string path);

    /// <summary>Makes a folder in one that must be there, so that what has vanished is not made again; does nothing if there is one of the name.</summary>
    /// <param name="path">The folder.</param>
    void CreateFolderWithin(string path);

    /// <summary>Writes a new file and waits until it is on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its content.</param>
    void WriteFlushed(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Makes an empty file that must not be there yet: of two processes only one can.</summary>
    /// <param name="path">The file.</param>
    void CreateNew(string path);

    /// <summary>Opens a file, made if there is none, that nobody else can open meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <returns>To be disposed of to let go; the system does so too when the process ends, however it ends.</returns>
    IDisposable OpenLocked(string path);

    /// <summary>Writes at the end of a file, made if there is none, and waits until it is on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What to add.</param>
    void AppendFlushed(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts a file short; does nothing if it is no longer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Bytes to keep.</param>
    void Truncate(string path, long length);

    /// <summary>Gives a file the name of another, which it replaces if there is one, at once or not at all.</summary>
    /// <param name="from">The name that it has.</param>
    /// <param name="to">The name that it gets.</param>
    void ReplaceFile(string from, string to);

    /// <summary>Removes a file; does nothing if there is none.</summary>
    /// <param name="path">The file.</param>
    void DeleteFile(string path);

    /// <summary>Waits until the names in a folder are on the disk.</summary>
    /// <param name="path">The folder.</param>
    void FlushFolder(string path);

    /// <summary>Renames a folder, at once or not at all.</summary>
    /// <param name="from">The name that it has.</param>
    /// <param name="to">The name that it gets; free.</param>
    void RenameFolder(string from, string to);

    /// <summary>Removes a folder with all that is in it; does nothing if there is none.</summary>
    /// <param name="path">The folder.</param>
    void DeleteFolder(string path);
}
