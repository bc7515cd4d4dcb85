using System.Runtime.InteropServices;

namespace Oversight.Runs.Files;

/// <summary>The real disk. Thread-safe.</summary>
public sealed class DiskFileSystem : IFileSystem
{
    private const int ReadOnly = 0;

    /// <summary>Octal 777: what the process's mask leaves of it, as for folders that .NET makes.</summary>
    private const uint EverybodyButMask = 0x1FF;

    /// <summary>The one there is.</summary>
    public static DiskFileSystem Instance { get; } = new();

    /// <inheritdoc/>
    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    /// <inheritdoc/>
    public void CreateFolderWithin(string path)
    {
        // .NET makes all that is missing above. Between a look and such a call the folder above can vanish, and would be there again; Windows has to live with that.
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new DirectoryNotFoundException($"the folder '{Path.GetDirectoryName(path)}' is gone");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (MakeDirectory(path, EverybodyButMask) != 0 && !Directory.Exists(path))
            throw new IOException($"Cannot make the folder '{path}': {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <inheritdoc/>
    public void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void CreateNew(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.Write).Dispose();

    /// <inheritdoc/>
    public IDisposable OpenLocked(string path) => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <inheritdoc/>
    public void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Truncate(string path, long length)
    {
        if (!File.Exists(path))
            return;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        if (stream.Length <= length)
            return;
        stream.SetLength(length);
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void ReplaceFile(string from, string to) => File.Move(from, to, overwrite: true);

    /// <inheritdoc/>
    public void DeleteFile(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <inheritdoc/>
    public void FlushFolder(string path)
    {
        // Windows flushes names with the files; elsewhere a folder is a file that must be flushed itself, which .NET has no call for.
        if (OperatingSystem.IsWindows())
            return;
        int folder = Open(path, ReadOnly);
        if (folder < 0)
            throw new IOException($"Cannot open the folder '{path}' to flush it.");
        int result = Flush(folder);
        _ = Close(folder);
        if (result != 0)
            throw new IOException($"Cannot flush the folder '{path}'.");
    }

    /// <inheritdoc/>
    public void RenameFolder(string from, string to) => Directory.Move(from, to);

    /// <inheritdoc/>
    public void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int MakeDirectory([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int file);
}
