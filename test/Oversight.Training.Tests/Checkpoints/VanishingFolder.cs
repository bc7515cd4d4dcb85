namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A disk from which a folder vanishes just before a chosen call, at once, whatever another thread writes into it meanwhile. Thread-safe.</summary>
/// <param name="folder">The folder.</param>
/// <param name="before">The name of the call.</param>
/// <param name="time">For the how-many-th time.</param>
internal sealed class VanishingFolder(string folder, string before, int time) : PassingFileSystem
{
    private int _times;

    /// <summary>Whether the chosen call has come.</summary>
    public bool HasVanished => Volatile.Read(ref _times) >= time;

    public override void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        VanishBefore(nameof(WriteFlushed));
        base.WriteFlushed(path, bytes);
    }

    public override void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        VanishBefore(nameof(AppendFlushed));
        base.AppendFlushed(path, bytes);
    }

    public override void CreateFolderWithin(string path)
    {
        VanishBefore(nameof(CreateFolderWithin));
        base.CreateFolderWithin(path);
    }

    /// <summary>A folder that is emptied file by file would not go while another thread makes one in it; a name goes at once.</summary>
    private void VanishBefore(string call)
    {
        if (call == before && Interlocked.Increment(ref _times) == time)
            Directory.Move(folder, folder + " that was");
    }
}
