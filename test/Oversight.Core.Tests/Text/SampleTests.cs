using System.Diagnostics;

namespace Oversight.Core.Tests.Text;

/// <summary>The sample prints what its page shows.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Amplify_Run_PrintsWhatThePageShows()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Oversight.Samples.Amplify.dll")])
        {
            RedirectStandardOutput = true,
        };
        using Process sample = Process.Start(start)!;
        string printed = (await sample.StandardOutput.ReadToEndAsync()).ReplaceLineEndings("\n").Trim();
        await sample.WaitForExitAsync();
        Assert.Equal(0, sample.ExitCode);
        string page = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "text-plane.md"));
        Assert.Contains($"```text\n{printed}\n```", page.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Amplify_Program_IsWhatThePageShows()
    {
        string page = (await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "text-plane.md"))).ReplaceLineEndings("\n");
        foreach (string file in new[] { "WordCountOverseer.cs", "ShortSightedAssistant.cs", "Program.cs" })
        {
            string source = await File.ReadAllTextAsync(Path.Combine(Repository(), "samples", "Oversight.Samples.Amplify", file));
            Assert.Contains($"```csharp\n{source.ReplaceLineEndings("\n").Trim()}\n```", page);
        }
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Oversight.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
