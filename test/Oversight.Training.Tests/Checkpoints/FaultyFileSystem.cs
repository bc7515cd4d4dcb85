using System.Runtime.CompilerServices;
using Oversight.Runs.Files;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>
/// A disk on which a chosen call fails. A call is named by what it does, to which file, and for the how-many-th time: that is the same each time, though a checkpoint is
/// written on another thread. Thread-safe.
/// </summary>
/// <param name="root">The run's folder; names of calls are relative to it.</param>
/// <param name="failing">The call, as <see cref="Calls"/> names it; null for none.</param>
/// <param name="fault">What happens then.</param>
internal sealed class FaultyFileSystem(string root, string? failing, DiskFault fault) : IFileSystem
{
    private readonly DiskFileSystem _disk = DiskFileSystem.Instance;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _times = [];
    private readonly List<string> _calls = [];

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>Whether the chosen call has come.</summary>
    public bool HasFailed { get; private set; }

    public void CreateFolder(string path) => Do(path, () => _disk.CreateFolder(path));

    public void CreateFolderWithin(string path) => Do(path, () => _disk.CreateFolderWithin(path));

    public void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (IsHit(path))
        {
            if (fault is not DiskFault.Refused)
                _disk.WriteFlushed(path, bytes[..(bytes.Length / 2)]);
            throw Full(path);
        }

        _disk.WriteFlushed(path, bytes);
    }

    public void CreateNew(string path) => Do(path, () => _disk.CreateNew(path));

    public IDisposable OpenLocked(string path) => IsHit(path) ? throw Full(path) : _disk.OpenLocked(path);

    public void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (IsHit(path))
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
        bool hit = IsHit(path);
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

    private void Do(string path, Action work, [CallerMemberName] string operation = "")
    {
        if (IsHit(path, operation))
            throw Full(path);
        work();
    }

    private bool IsHit(string path, [CallerMemberName] string operation = "")
    {
        lock (_lock)
        {
            string call = $"{operation} {Path.GetRelativePath(root, path)}";
            int times = _times[call] = _times.GetValueOrDefault(call) + 1;
            call = $"{call}, time {times}";
            _calls.Add(call);
            bool isChosen = call == failing;
            HasFailed |= isChosen;
            return fault == DiskFault.Gone ? HasFailed : isChosen;
        }
    }
}
