namespace Oversight.Tasks.Tests;

/// <summary>Where the tests find recorded frequencies and the documents.</summary>
internal static class Folders
{
    /// <summary>What was recorded of the reference and is kept with the tests.</summary>
    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Oversight.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository, below Oversight.slnx.");
    }
}
