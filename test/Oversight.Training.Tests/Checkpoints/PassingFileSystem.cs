using Oversight.Runs.Files;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>The real disk, for disks that differ from it in one thing.</summary>
internal abstract class PassingFileSystem : IFileSystem
{
    protected static DiskFileSystem Disk => DiskFileSystem.Instance;

    public virtual void CreateFolder(string path) => Disk.CreateFolder(path);

    public virtual void CreateFolderWithin(string path) => Disk.CreateFolderWithin(path);

    public virtual void WriteFlushed(string path, ReadOnlySpan<byte> bytes) => Disk.WriteFlushed(path, bytes);

    public virtual void CreateNew(string path) => Disk.CreateNew(path);

    public virtual IDisposable OpenLocked(string path) => Disk.OpenLocked(path);

    public virtual void AppendFlushed(string path, ReadOnlySpan<byte> bytes) => Disk.AppendFlushed(path, bytes);

    public virtual void Truncate(string path, long length) => Disk.Truncate(path, length);

    public virtual void ReplaceFile(string from, string to) => Disk.ReplaceFile(from, to);

    public virtual void DeleteFile(string path) => Disk.DeleteFile(path);

    public virtual void FlushFolder(string path) => Disk.FlushFolder(path);

    public virtual void RenameFolder(string from, string to) => Disk.RenameFolder(from, to);

    public virtual void DeleteFolder(string path) => Disk.DeleteFolder(path);
}
