using System.Text;

namespace Oversight.Training.Runs;

/// <summary>
/// Appends to <c>metrics.jsonl</c>. A line that the disk refuses is kept and written with the next, and what a write that was cut short left behind is cut off first,
/// so that the file only ever holds whole lines, none twice.
/// </summary>
internal sealed class MetricsLog(RunFolder folder)
{
    private readonly StringBuilder _pending = new();

    /// <summary>Bytes that are on the disk.</summary>
    public long Length { get; private set; } = folder.MetricsLength;

    /// <summary>Goes on at a place; what the file says beyond it is dropped.</summary>
    /// <param name="length">Bytes to keep.</param>
    /// <returns>Whether the file has as many.</returns>
    public bool ContinueFrom(long length)
    {
        folder.TruncateMetrics(length);
        Length = folder.MetricsLength;
        return Length == length;
    }

    /// <summary>Adds a line, to be written by <see cref="Flush"/>.</summary>
    public void Add(string line) => _pending.Append(line).Append('\n');

    /// <summary>Writes what has been added; on return it is on the disk.</summary>
    /// <exception cref="IOException">The disk refused; the lines are kept.</exception>
    public void Flush()
    {
        if (_pending.Length == 0)
            return;
        folder.TruncateMetrics(Length);
        byte[] bytes = Encoding.UTF8.GetBytes(_pending.ToString());
        long before = folder.MetricsLength;
        folder.AppendMetrics(bytes);
        Length = before + bytes.Length;
        _pending.Clear();
    }
}
