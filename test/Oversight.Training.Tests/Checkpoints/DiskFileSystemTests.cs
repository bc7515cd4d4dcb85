using Oversight.Runs.Files;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>What the disk does with folders.</summary>
public sealed class DiskFileSystemTests
{
    [Fact]
    public void CreateFolderWithin_FolderAboveIsThere_MakesOneLikeAnyOther()
    {
        using var temporary = new TemporaryFolder();
        DiskFileSystem.Instance.CreateFolderWithin(temporary.In("made"));
        Directory.CreateDirectory(temporary.In("like"));
        Assert.True(Directory.Exists(temporary.In("made")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(File.GetUnixFileMode(temporary.In("like")), File.GetUnixFileMode(temporary.In("made")));
    }

    [Fact]
    public void CreateFolderWithin_IsThere_LeavesItAsItIs()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.In("made"));
        File.WriteAllText(temporary.In("made", "file"), "content");
        DiskFileSystem.Instance.CreateFolderWithin(temporary.In("made"));
        Assert.Equal("content", File.ReadAllText(temporary.In("made", "file")));
    }

    [Fact]
    public void CreateFolderWithin_FolderAboveIsGone_ThrowsAndMakesNothing()
    {
        using var temporary = new TemporaryFolder();
        Assert.Throws<DirectoryNotFoundException>(() => DiskFileSystem.Instance.CreateFolderWithin(temporary.In("gone", "made")));
        Assert.False(Directory.Exists(temporary.In("gone")));
    }

    [Fact]
    public void CreateFolderWithin_FileOfThatName_Throws()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("made"), "");
        Assert.Throws<IOException>(() => DiskFileSystem.Instance.CreateFolderWithin(temporary.In("made")));
    }
}
