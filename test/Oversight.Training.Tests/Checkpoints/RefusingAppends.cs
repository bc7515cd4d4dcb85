namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A disk that refuses the first records of a file that grows, each time after half a record.</summary>
internal sealed class RefusingAppends(string file, int refused) : PassingFileSystem
{
    private int _appends;

    public override void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (Path.GetFileName(path).StartsWith(file, StringComparison.Ordinal) && ++_appends <= refused)
        {
            base.AppendFlushed(path, bytes[..(bytes.Length / 2)]);
            throw new IOException($"No space left on device : '{path}'.");
        }

        base.AppendFlushed(path, bytes);
    }
}
