namespace Oversight.Runs.Files;

/// <summary>Where a path really leads: every symbolic link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path without links; the full path itself where a link leads nowhere or round in a circle.</summary>
    /// <param name="path">A file or a folder.</param>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        int links = 0;
        try
        {
            return Path.TrimEndingDirectorySeparator(Resolve(full, ref links));
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            return Path.TrimEndingDirectorySeparator(full);
        }
    }

    private static string Resolve(string full, ref int links)
    {
        string root = Path.GetPathRoot(full)!;
        string reached = root;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            reached = Path.Combine(reached, part);
            if (new FileInfo(reached).LinkTarget is not { } target)
                continue;
            if (++links > MostLinks)
                throw new IOException($"too many links on the way to '{full}'");
            reached = Resolve(Path.GetFullPath(target, Path.GetDirectoryName(reached)!), ref links);
        }

        return reached;
    }
}
