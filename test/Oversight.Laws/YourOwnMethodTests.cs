using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Laws;

/// <summary>What docs/methods/your-own.md tells newcomers to write compiles, is found by its name and its setting, and trains X.</summary>
public sealed class YourOwnMethodTests
{
    private const string List = "src/Oversight.Methods/BuiltInMethods.cs";
    private const int LongestLine = 140;
    private const int Early = 10;
    private const int Late = 60;

    /// <summary>What the build of every project adds by itself.</summary>
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly PageDiff Diff =
        PageDiff.In(File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods", "your-own.md")));

    private static readonly Lazy<LearningMethod> Copy = new(() => NewMethod(Compile(Diff)));

    [Fact]
    public void Diff_OfThePage_TouchesOneRoomAndTheList()
    {
        Assert.Equal([List], Diff.Changed.Keys);
        Assert.NotEmpty(Diff.Added);
        Assert.All(Diff.Added.Keys, path => Assert.StartsWith("src/Oversight.Methods/Copy/", path, StringComparison.Ordinal));
        Assert.All(Diff.Added.Keys, path => Assert.False(File.Exists(Path.Combine(Repository.Root, path)), $"{path} is part of the product."));
        Assert.All(Diff.Added.Values.SelectMany(text => text.Split('\n')), line => Assert.InRange(line.Length, 0, LongestLine));
    }

    [Fact]
    public void Diff_OfTheList_AppliesAndAddsOneMethod()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, List));
        Assert.All(Diff.Changed[List], hunk => Assert.Contains(hunk.Before, text, StringComparison.Ordinal));
        string[] added = [.. Diff.Changed[List].SelectMany(hunk => hunk.After.Split('\n').Except(hunk.Before.Split('\n'))).Select(line => line.Trim())];
        Assert.Equal(["using Oversight.Methods.Copy;", "new CopyMethod(),"], added);
    }

    [Fact]
    public void Setting_OfTheCompiledMethod_IsKnownAndChecked()
    {
        var schema = new SettingsSchema(new MethodCatalog([.. BuiltInMethods.All.All, Copy.Value]));
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Tiny, Copy.Value);
        Assert.True(schema.TryApply(options, ["copy.table=2"], out TrainingOptions? changed, out _));
        Assert.NotEqual(options.Own, changed.Own);
        Assert.False(schema.TryApply(options, ["copy.table=0"], out _, out string? error));
        Assert.Contains("allowed is a whole number", error, StringComparison.Ordinal);
    }

    [Fact]
    public void NextRound_OfTheCompiledMethod_LearnsTheTable()
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(Presets.Create("permutation-powering", TaskPreset.Tiny, Copy.Value), pool);
        double early = LossAfter(run, Early);
        double late = LossAfter(run, Late);
        Assert.True(late < 0.8 * early, $"The loss was {early:0.000} at step {Early} and is {late:0.000} at step {Late}.");
    }

    private static double LossAfter(TrainingRun run, int steps)
    {
        while (run.Steps < steps)
        {
            run.NextRound();
            if (run.IsEvaluationDue)
                run.Evaluate(seconds: 0);
        }

        return run.Progress(seconds: 0).AssistantLoss;
    }

    private static LearningMethod NewMethod(Assembly assembly) =>
        (LearningMethod)Activator.CreateInstance(assembly.GetExportedTypes().Single(type => type.IsSubclassOf(typeof(LearningMethod))))!;

    private static Assembly Compile(PageDiff diff)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Oversight.Copy",
            diff.Added.Values.Append(ImplicitUsings).Select(text => CSharpSyntaxTree.ParseText(text)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(stream.ToArray());
    }
}
