using System.Diagnostics.CodeAnalysis;

namespace Oversight.Training.Runs;

/// <summary>Keeps a second process from writing into the same run folder. The system lets go of it when the process ends, however it ends.</summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the folder's lock.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="processId">Told to a second process that comes along.</param>
    /// <param name="taken">The lock; dispose of it at the end.</param>
    /// <param name="error">Who holds it, one line.</param>
    public static bool TryTake(
        RunFolder folder, int processId, [NotNullWhen(true)] out RunLock? taken, [NotNullWhen(false)] out string? error)
    {
        (taken, error) = (null, null);
        try
        {
            // The writer keeps others from opening the file at all; a reader that asks for nothing may still see who it is.
            var file = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes(processId.ToString()));
            file.Flush();
            taken = new RunLock(file);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error = $"'{folder.FullPath}' is being written by process {HolderOf(folder.LockFile)}; wait for it to end, or give another folder";
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd() is { Length: > 0 and < 20 } holder ? holder : "(unknown)";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "(unknown)";
        }
    }
}
