using System.Buffers;

namespace Oversight.Runs.Files;

/// <summary>
/// A file to which records are added: metrics, events. A record that the disk refuses is kept and written with the next, and what a write that was cut short left behind
/// is cut off first, so that the file only ever holds whole records, none twice.
/// </summary>
internal sealed class GrowingFile
{
    private readonly IFileSystem _files;
    private readonly string _path;
    private readonly ArrayBufferWriter<byte> _pending = new();

    /// <summary>A file that may be there already; it is made with its first record.</summary>
    /// <param name="files">The disk.</param>
    /// <param name="path">The file.</param>
    public GrowingFile(IFileSystem files, string path) => (_files, _path, Length) = (files, path, LengthOf(path));

    /// <summary>Bytes that are on the disk.</summary>
    public long Length { get; private set; }

    /// <summary>Goes on at a place; what the file says beyond it is dropped.</summary>
    /// <param name="length">Bytes to keep.</param>
    /// <returns>Whether the file has as many.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public bool ContinueFrom(long length)
    {
        _files.Truncate(_path, length);
        Length = LengthOf(_path);
        return Length == length;
    }

    /// <summary>Adds a record, to be written by <see cref="Flush"/>.</summary>
    /// <param name="record">Its bytes.</param>
    public void Add(ReadOnlySpan<byte> record) => _pending.Write(record);

    /// <summary>Writes what has been added; on return it is on the disk.</summary>
    /// <exception cref="IOException">The disk refused; the records are kept.</exception>
    public void Flush()
    {
        if (_pending.WrittenCount == 0)
            return;
        ContinueFrom(Length);
        _files.AppendFlushed(_path, _pending.WrittenSpan);
        Length += _pending.WrittenCount;
        _pending.ResetWrittenCount();
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
