using Oversight.Runs.Statistics;

namespace Oversight.Training.Tests.Evaluation;

public sealed class ClusteredAccuracyTests
{
    [Fact]
    public void Interval_QuestionsIndependent_HardlyWiderThanAskedOneByOne()
    {
        var accuracy = new ClusteredAccuracy([.. Enumerable.Repeat(new ClassAccuracy(8, 10), 50)]);
        (double low, double high) = accuracy.Interval();
        (double low, double high) oneByOne = new ClassAccuracy(400, 500).Interval();
        Assert.InRange((high - low) / (oneByOne.high - oneByOne.low), 1, 1.05);
    }

    [Fact]
    public void Interval_FewContexts_AsWideAsStudentsTMakesIt()
    {
        var few = new ClusteredAccuracy([.. new[] { 9, 8, 10, 7 }.Select(right => new ClassAccuracy(right, 10))]);
        (double low, double high) = few.Interval();
        (double low, double high) asMany = few.Total.Interval();
        Assert.True(high - low > 1.4 * (asMany.high - asMany.low), $"{low} to {high}");
    }

    [Fact]
    public void Interval_ContextsAllOrNothing_EachContextCountsOnce()
    {
        var accuracy = new ClusteredAccuracy([.. Enumerable.Range(0, 100).Select(i => new ClassAccuracy(i < 80 ? 10 : 0, 10))]);
        (double low, double high) = accuracy.Interval();
        (double low, double high) once = new ClassAccuracy(80, 100).Interval();
        Assert.Equal(once.low, low, 0.01);
        Assert.Equal(once.high, high, 0.01);
    }

    [Fact]
    public void Interval_AllRight_EachContextCountsOnce()
    {
        var accuracy = new ClusteredAccuracy([.. Enumerable.Repeat(new ClassAccuracy(64, 64), 100)]);
        (double low, double high) = accuracy.Interval();
        Assert.Equal(0.963, low, 3);
        Assert.Equal(1, high, 9);
    }

    [Fact]
    public void Interval_OneContext_KnowsNothing() => Assert.Equal((0, 1), new ClusteredAccuracy([new ClassAccuracy(9, 10)]).Interval());
}
