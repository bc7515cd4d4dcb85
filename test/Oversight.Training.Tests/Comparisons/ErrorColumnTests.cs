using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Comparisons;

public sealed class ErrorColumnTests
{
    [Fact]
    public void WithErrors_SameMethodWithErrors_IsThatRow()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions erring = WrittenRun.Options() with { Overseer = new OverseerOptions { Error = 0.1 } };
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9),
            WrittenRun.Write(folder.In("e"), erring, 0.7),
            WrittenRun.Write(folder.In("s"), WrittenRun.Options(BuiltInMethods.Get("supervised")), 1),
        ]));
        ComparisonRow plain = comparison.Rows.Single(row => row.Method == BuiltInMethods.Get("amplify") && row.Error == 0);
        Assert.Equal(0.7, comparison.WithErrors(plain)!.Teacher.Mean, 6);
        Assert.Null(comparison.WithErrors(comparison.Rows.Single(row => row.Error > 0)));
        Assert.Null(comparison.WithErrors(comparison.Rows.Single(row => row.Method == BuiltInMethods.Get("supervised"))));
        string[] table = [.. ComparisonMarkdown.Write([comparison]).Split('\n').Where(line => line.StartsWith('|'))];
        Assert.Contains("overall at 10 % overseer error", table[0], StringComparison.Ordinal);
        Assert.Single(table.Select(line => line.Count(letter => letter == '|')).Distinct());
    }

    [Fact]
    public void WithErrors_NoRowErrs_NoColumn()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of([WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9)]));
        Assert.False(comparison.HasErrors);
        Assert.Equal(["human queries", "labels", "steps", "seconds"], CostColumn.Of(comparison).Select(column => column.Heading));
    }
}
