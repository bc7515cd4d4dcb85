namespace Oversight.Training.Tests.Runs;

/// <summary>An empty folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string MemoryDisk = "/dev/shm";

    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("oversight-test-").FullName;

    private TemporaryFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    public string Path { get; }

    /// <summary>A folder in memory where the system has such a thing: for tests that flush hundreds of files.</summary>
    public static TemporaryFolder InMemory() =>
        Directory.Exists(MemoryDisk) ? new TemporaryFolder($"{MemoryDisk}/oversight-test-{Guid.NewGuid():N}") : new TemporaryFolder();

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
