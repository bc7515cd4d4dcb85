using System.Reflection;
using Oversight.Conformance;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Methods;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Protocols.Debate;
using Oversight.Reports.Pages;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Laws;

/// <summary>The house rules of docs/architecture.md: a project is a wall, and references point down only.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Oversight.Determinism"] = [],
        ["Oversight.Numerics"] = [],
        ["Oversight.Core"] = ["Oversight.Determinism"],
        ["Oversight.Neural"] = ["Oversight.Numerics", "Oversight.Determinism"],
        ["Oversight.Protocols"] = ["Oversight.Core", "Oversight.Determinism"],
        ["Oversight.Tasks"] = ["Oversight.Protocols", "Oversight.Core", "Oversight.Determinism"],
        ["Oversight.Learning"] = ["Oversight.Core", "Oversight.Determinism", "Oversight.Tasks", "Oversight.Numerics", "Oversight.Neural"],
        ["Oversight.Runs"] =
            ["Oversight.Core", "Oversight.Determinism", "Oversight.Tasks", "Oversight.Numerics", "Oversight.Neural", "Oversight.Learning"],
        ["Oversight.Methods"] =
        [
            "Oversight.Core", "Oversight.Determinism", "Oversight.Tasks", "Oversight.Protocols", "Oversight.Numerics", "Oversight.Neural",
            "Oversight.Learning", "Oversight.Runs",
        ],
        ["Oversight.Reports"] =
        [
            "Oversight.Core", "Oversight.Determinism", "Oversight.Tasks", "Oversight.Numerics", "Oversight.Neural", "Oversight.Learning",
            "Oversight.Runs",
        ],
        ["Oversight.Conformance"] = ["Oversight.Core", "Oversight.Tasks", "Oversight.Determinism"],
    };

    private static readonly Assembly[] Assemblies =
    [
        typeof(RandomKey).Assembly,
        typeof(Simd).Assembly,
        typeof(Facts).Assembly,
        typeof(Tape).Assembly,
        typeof(AlgorithmicTask).Assembly,
        typeof(FixtureReader).Assembly,
        typeof(Claim).Assembly,
        typeof(AssistantLearner).Assembly,
        typeof(TrainingOptions).Assembly,
        typeof(BuiltInMethods).Assembly,
        typeof(ReportFile).Assembly,
    ];

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfEachProject_PointDownOnly(string project)
    {
        Assembly assembly = Assemblies.Single(candidate => candidate.GetName().Name == project);
        IEnumerable<string> references = assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Oversight.", StringComparison.Ordinal));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void Assemblies_OutsideNumerics_HoldNoUnsafeCode()
    {
        IEnumerable<string> withPointers =
            from assembly in Assemblies
            where assembly != typeof(Simd).Assembly
            from type in assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetParameters().Any(parameter => parameter.ParameterType.IsPointer)
            select $"{type.Name}.{method.Name}";
        Assert.Empty(withPointers);
    }
}
