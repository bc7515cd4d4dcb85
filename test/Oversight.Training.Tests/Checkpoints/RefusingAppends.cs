namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A disk that refuses the first lines of metrics, each time after half a line.</summary>
internal sealed class RefusingAppends(int refused) : PassingFileSystem
{
    private int _appends;

    public override void AppendFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        if (++_appends <= refused)
        {
            base.AppendFlushed(path, bytes[..(bytes.Length / 2)]);
            throw new IOException($"No space left on device : '{path}'.");
        }

        base.AppendFlushed(path, bytes);
    }
}
