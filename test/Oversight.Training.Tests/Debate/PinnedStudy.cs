using System.Collections.Immutable;
using Oversight.Numerics;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Debate;

/// <summary>The pinned form of a study, run for one seed.</summary>
internal static class PinnedStudy
{
    public static StudyResult Run(Study study, long seed)
    {
        using var folder = TemporaryFolder.InMemory();
        using var pool = new WorkerPool(2);
        ImmutableArray<SeedResult> results = new StudyRunner(folder.Path, pool, TimeProvider.System).Run(study, "pinned", [seed], CancellationToken.None)!.Value;
        return new StudyResult(
            study, "pinned", "test", [seed], new StudyMeasures([.. results.Select(one => one.Measures)]), [.. results.Select(one => one.Ledger)], [0]);
    }

    /// <summary>Every expectation came true, but for those named.</summary>
    public static void AssertHolds(StudyResult result)
    {
        Assert.Contains(result.Findings, finding => finding.Expected.Kind == ExpectationKind.MustFail);
        Assert.All(result.Findings, finding => Assert.True(
            finding.Verdict == Verdict.Holds, $"{finding.Expected.Statement}: {finding.Measured.Mean:F3}, expected {finding.Expected.Range}"));
    }
}
