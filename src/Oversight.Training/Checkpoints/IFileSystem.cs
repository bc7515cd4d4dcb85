namespace Oversight.Training.Checkpoints;

/// <summary>The few things that writing a run needs of a disk; a seam at which tests let each of them fail.</summary>
public interface IFileSystem
{
    /// <summary>Makes a folder and those above it.</summary>
    /// <param name="path">The folder.</param>
    void CreateFolder(string path);

    /// <summary>Writes a new file and waits until it is on the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its content.</param>
    void WriteFlushed(string path, ReadOnlySpan<byte> bytes);

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
