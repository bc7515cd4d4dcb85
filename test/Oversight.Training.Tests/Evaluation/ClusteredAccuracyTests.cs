using Oversight.Training.Evaluation;

namespace Oversight.Training.Tests.Evaluation;

public sealed class ClusteredAccuracyTests
{
    [Fact]
    public void Interval_QuestionsIndependent_AsIfAskedOneByOne()
    {
        var accuracy = new ClusteredAccuracy([.. Enumerable.Repeat(new ClassAccuracy(8, 10), 50)]);
        Assert.Equal(new ClassAccuracy(400, 500).Interval(), accuracy.Interval());
    }

    [Fact]
    public void Interval_ContextsAllOrNothing_EachContextCountsOnce()
    {
        var accuracy = new ClusteredAccuracy([.. Enumerable.Range(0, 100).Select(i => new ClassAccuracy(i < 80 ? 10 : 0, 10))]);
        (double low, double high) = accuracy.Interval();
        (double low, double high) once = new ClassAccuracy(80, 100).Interval();
        Assert.Equal(once.low, low, 2);
        Assert.Equal(once.high, high, 2);
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
