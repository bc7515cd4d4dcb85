using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Oversight.Runs.Files;

namespace Oversight.Runs.Folders;

/// <summary>Keeps a second process from writing into the same run folder. The system lets go of it when the process ends, however it ends.</summary>
public sealed class RunLock : IDisposable
{
    private const int LongestNumber = 20;
    private readonly IDisposable _file;

    private RunLock(IDisposable file) => _file = file;

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
            // The writer keeps others from opening the file at all, so who it is stands in another; on a full disk it stands nowhere.
            taken = new RunLock(folder.TakeLock());
            DiskTrouble.Ignore(() => folder.WriteHolder(processId));
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            error = $"'{folder.FullPath}' cannot be written: {DiskTrouble.Line(exception)}";
            return false;
        }
        catch (IOException exception) when (!IsHeld(folder.LockFile))
        {
            error = $"'{folder.FullPath}' cannot be written: {DiskTrouble.Line(exception)}";
            return false;
        }
        catch (IOException)
        {
            error = $"'{folder.FullPath}' is being written by process {HolderOf(folder.HolderFile)}; wait for it to end, or give another folder";
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether it is the lock that keeps us out and not the disk.</summary>
    private static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            return File.Exists(path);
        }
    }

    private static string HolderOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> text = stackalloc byte[LongestNumber];
            int length = file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int holder) ? $"{holder}" : "(unknown)";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "(unknown)";
        }
    }
}
