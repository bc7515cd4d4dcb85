using System.Text.Json;
using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Laws;

/// <summary>A method is a room, and so is a task: the same files in each, and no room knows another.</summary>
public sealed class RoomLawTests
{
    private const string MethodsProject = "Oversight.Methods";
    private const string TasksProject = "Oversight.Tasks";

    private static readonly string[] MethodRooms = [.. BuiltInMethods.All.All.Select(RoomOf).Distinct().Order(StringComparer.Ordinal)];

    private static readonly string[] TaskRooms = [.. TaskCatalog.Families.Select(family => family.GetType().Namespace!.Split('.')[^1])];

    public static TheoryData<string> Methods => [.. MethodRooms];

    public static TheoryData<string> Tasks => [.. TaskRooms];

    [Fact]
    public void Rooms_OfMethods_AreTheFoldersThatThereAre() => Assert.Equal(MethodRooms, FoldersOf(MethodsProject).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Files_OfAMethodsRoom_AreTheSameInEach(string room)
    {
        string[] files = FilesOf(MethodsProject, room);
        // Words that no method belongs to may stand in a room, too.
        string prefix = Assert.Single(Stems(files, "Words.cs").Intersect(Stems(files, "Method.cs")));
        string page = JsonNamingPolicy.KebabCaseLower.ConvertName(room);
        Assert.Contains($"{prefix}Targets.cs", files);
        bool bringsOptions = BuiltInMethods.All.All.Any(method => RoomOf(method) == room && method.Options is not null);
        Assert.Equal(bringsOptions, files.Contains($"{prefix}Options.cs"));
        Assert.All(files.Where(file => file.EndsWith("Study.cs", StringComparison.Ordinal)), _ => Assert.Contains($"{prefix}Study.cs", files));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "methods", page + ".md")), $"There is no page docs/methods/{page}.md.");
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Files_OfATasksRoom_AreTheSameInEach(string room)
    {
        string[] files = FilesOf(TasksProject, room);
        Assert.All((string[])["Family", "Task", "Human", "Language", "Presets", "Truth"], part => Assert.Contains($"{room}{part}.cs", files));
    }

    [Theory]
    [InlineData(MethodsProject)]
    [InlineData(TasksProject)]
    public void References_BetweenRooms_AreNone(string project)
    {
        string[] rooms = project == MethodsProject ? MethodRooms : TaskRooms;
        Assert.Empty(SourceFile.In(project).Where(file => rooms.Contains(file.Folder)).SelectMany(file => Others(file, rooms)));
    }

    [Fact]
    public void References_BetweenRoomsPutIn_AreFound()
    {
        SourceFile planted = SourceFile.Of("Oversight.Methods/Debate/Planted.cs", "using Oversight.Methods.Supervised;\n\nnamespace Oversight.Methods.Debate;\n");
        SourceFile lister = SourceFile.Of("Oversight.Methods/Debate/Planted.cs", "namespace Oversight.Methods.Debate;\nvar all = BuiltInMethods.All;\n");
        Assert.Single(Others(planted, MethodRooms));
        Assert.Single(Others(lister, MethodRooms));
    }

    /// <summary>Runs, which all methods stand on, does not know them: no class or string of it names one.</summary>
    [Theory]
    [InlineData("Oversight.Runs")]
    [InlineData("Oversight.Learning")]
    public void Code_BelowTheMethods_NamesNone(string project)
    {
        string[] names = [.. BuiltInMethods.All.Names.Where(name => name != "amplify").Select(name => $"\"{name}\""), .. BuiltInMethods.All.All.Select(method => method.GetType().Name)];
        Assert.All(SourceFile.In(project), file => Assert.All(names, name => Assert.DoesNotContain(name, file.Code, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Others(SourceFile file, string[] rooms) =>
    [
        .. file.FoldersNamed.Where(rooms.Contains).Select(other => $"{file.Path} names the room {other}"),
        .. file.Code.Contains(nameof(BuiltInMethods), StringComparison.Ordinal) ? (string[])[$"{file.Path} names the list of all rooms"] : [],
    ];

    /// <summary>What stands before an ending in the names of files.</summary>
    private static IEnumerable<string> Stems(string[] files, string ending) =>
        files.Where(file => file.EndsWith(ending, StringComparison.Ordinal)).Select(file => file[..^ending.Length]);

    private static string RoomOf(LearningMethod method) => method.GetType().Namespace!.Split('.')[^1];

    private static string[] FoldersOf(string project) =>
        [.. SourceFile.In(project).Select(file => file.Folder).Where(folder => folder.Length > 0).Distinct()];

    private static string[] FilesOf(string project, string room) =>
        [.. SourceFile.In(project).Where(file => file.Folder == room).Select(file => Path.GetFileName(file.Path))];
}
