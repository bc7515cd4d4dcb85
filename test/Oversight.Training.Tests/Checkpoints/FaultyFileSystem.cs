using Oversight.Training.Checkpoints;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A disk on which a chosen call fails. Thread-safe.</summary>
/// <param name="failing">The number of the call, from 1; 0 for none.</param>
/// <param name="fault">What happens then.</param>
internal sealed class FaultyFileSystem(int failing, DiskFault fault) : IFileSystem
{
    private readonly DiskFileSystem _disk = DiskFileSystem.Instance;
    private int _calls;

    /// <summary>Calls so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public void CreateFolder(string path) => Do(path, () => _disk.CreateFolder(path));

    public void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (IsHit())
        {
            if (fault is not DiskFault.Refused)
                _disk.WriteFlushed(path, bytes[..(bytes.Length / 2)]);
            throw Full(path);
        }

        _disk.WriteFlushed(path, bytes);
    }

    public void CreateNew(string path) => Do(path, () => _disk.CreateNew(path));

    public void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (IsHit())
        {
            if (fault is not DiskFault.Refused)
                _disk.AppendFlushed(path, bytes[..(bytes.Length / 2)]);
            throw Full(path);
        }

        _disk.AppendFlushed(path, bytes);
    }

    public void Truncate(string path, long length) => Do(path, () => _disk.Truncate(path, length));

    public void ReplaceFile(string from, string to) => Do(to, () => _disk.ReplaceFile(from, to));

    public void DeleteFile(string path) => Do(path, () => _disk.DeleteFile(path));

    public void FlushFolder(string path) => Do(path, () => _disk.FlushFolder(path));

    public void RenameFolder(string from, string to) => Do(to, () => _disk.RenameFolder(from, to));

    public void DeleteFolder(string path)
    {
        bool hit = IsHit();
        if (hit && fault is not DiskFault.Refused && Directory.Exists(path))
        {
            // Stopped half way: some of the files are gone.
            foreach (string file in Directory.GetFiles(path).Order(StringComparer.Ordinal).Take(2))
                File.Delete(file);
        }

        if (hit)
            throw Full(path);
        _disk.DeleteFolder(path);
    }

    private static IOException Full(string path) => new($"No space left on device : '{path}'.");

    private void Do(string path, Action work)
    {
        if (IsHit())
            throw Full(path);
        work();
    }

    private bool IsHit()
    {
        int call = Interlocked.Increment(ref _calls);
        return fault == DiskFault.Gone ? failing > 0 && call >= failing : call == failing;
    }
}
