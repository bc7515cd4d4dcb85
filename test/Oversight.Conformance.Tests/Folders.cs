namespace Oversight.Conformance.Tests;

/// <summary>Where the tests find recorded behaviour.</summary>
internal static class Folders
{
    /// <summary>The few records that are kept with the tests.</summary>
    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    /// <summary>
    /// All records, in a folder <c>shared</c> beside the repository or beside the folder it lies in; null where there is none.
    /// </summary>
    public static string? SharedTasks { get; } = FindShared();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Oversight.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository, below Oversight.slnx.");
    }

    private static string? FindShared()
    {
        DirectoryInfo? parent = Directory.GetParent(FindRepository());
        string?[] candidates = [parent?.FullName, parent?.Parent?.FullName];
        return candidates.OfType<string>().Select(folder => Path.Combine(folder, "shared", "tasks")).FirstOrDefault(Directory.Exists);
    }
}
