namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A disk from which a folder vanishes when a number of files has been written.</summary>
internal sealed class VanishingFolder(string folder, int after) : PassingFileSystem
{
    private int _writes;

    public override void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (Interlocked.Increment(ref _writes) == after)
            Disk.DeleteFolder(folder);
        base.WriteFlushed(path, bytes);
    }
}
