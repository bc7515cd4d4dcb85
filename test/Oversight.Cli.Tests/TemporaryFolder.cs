namespace Oversight.Cli.Tests;

/// <summary>An empty folder that goes away with the test.</summary>
public class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("oversight-test-").FullName;

    public string Path { get; }

    /// <summary>Whether nothing has been written.</summary>
    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(Path).Any();

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        GC.SuppressFinalize(this);
    }
}
