using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Tests;

public sealed class ShortestPathTests
{
    private static readonly AlgorithmicTask Task = TaskCatalog.Create("graph_c8_l1");

    [Theory]
    [InlineData("distance(0, 3)", "3")]
    [InlineData("distance(0, 0)", "inf")]
    [InlineData("distance(4, 4)", "1")]
    [InlineData("distance(1, 1)", "2")]
    [InlineData("distance(3, 0)", "inf")]
    [InlineData("step(0, 3)", "vertex 1")]
    [InlineData("step(3, 0)", "unreachable")]
    [InlineData("step(6, 0)", "unreachable")]
    [InlineData("edge(0, 1)", "yes")]
    [InlineData("edge(1, 0)", "idk")]
    [InlineData("neighbor(3)", "idk")]
    [InlineData("neighbor(0)", "vertex 1")]
    public void Answer_SmallGraph_IsTrue(string question, string answer)
    {
        Context context = Graph("0-1 0-5 1-2 2-1 2-3 5-2 4-4");
        Assert.Equal(answer, Task.FormatAnswer(context.Truth.Answer(Parse(question))));
    }

    [Theory]
    [InlineData("vertex 1", true)]
    [InlineData("vertex 5", true)]
    [InlineData("vertex 2", false)]
    [InlineData("unreachable", false)]
    public void Accepts_StepWithTwoShortestWays_TakesEither(string answer, bool accepted)
    {
        Context context = Graph("0-1 0-5 1-2 2-1 2-3 5-2 4-4");
        Assert.Equal(accepted, context.Truth.Accepts(Parse("step(0, 3)"), Task.Answers.Single(candidate => Task.FormatAnswer(candidate) == answer)));
    }

    [Theory]
    [InlineData("distance(0, 3)", false)]
    [InlineData("distance(3, 0)", true)]
    [InlineData("step(0, 3)", false)]
    [InlineData("step(3, 0)", true)]
    public void SaysNothing_TrueAnswer_WhereThereIsNoWay(string question, bool nothing)
    {
        Context context = Graph("0-1 0-5 1-2 2-1 2-3 5-2 4-4");
        Assert.Equal(nothing, Task.SaysNothing(context.Truth.Answer(Parse(question))));
    }

    [Theory]
    [InlineData("step(0, 3)", "vertex 1, vertex 5")]
    [InlineData("step(4, 3)", "vertex 4")]
    [InlineData("step(3, 0)", "")]
    [InlineData("distance(3, 0)", "all")]
    public void StandsFirstTest_Guess_WhereThereIsAnEdgeToIt(string question, string standing)
    {
        Context context = Graph("0-1 0-5 1-2 2-1 2-3 5-2 4-4");
        Answer[] testable = [.. Task.Answers.Where(Task.IsTestable)];
        string[] found = [.. testable.Where(guess => Task.StandsFirstTest(new Question(context.Facts, Parse(question)), guess)).Select(Task.FormatAnswer)];
        Assert.Equal(standing == "all" ? [.. testable.Select(Task.FormatAnswer)] : standing.Split(", ", StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Fact]
    public void AnswerPrimitive_Neighbor_DrawsEachDistinctSuccessorEquallyOften()
    {
        // 6,000 draws of three: standard deviation 36.5; six of them, one false alarm in 5e8 a successor. The seed is fixed.
        Context context = Graph("0-1 0-1 0-1 0-2 0-0 1-7");
        RandomStream random = RandomKey.FromSeed(3).Stream();
        var counts = Enumerable.Range(0, 6000)
            .CountBy(_ => Task.FormatAnswer(Task.AnswerPrimitive(new Question(context.Facts, Parse("neighbor(0)")), random)))
            .ToDictionary();
        Assert.Equal(["vertex 0", "vertex 1", "vertex 2"], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 2000 - 219, 2000 + 219));
    }

    [Fact]
    public void Answer_OneStepBeyondTheLongestDistance_NamesTheStepThoughTheDistanceIsInfinite()
    {
        // M is 6 for eight vertices: along a line the end is 7 away from vertex 0 and 6 from vertex 1.
        Context context = Graph("0-1 1-2 2-3 3-4 4-5 5-6 6-7");
        Assert.Equal("inf", Task.FormatAnswer(context.Truth.Answer(Parse("distance(0, 7)"))));
        Assert.Equal("vertex 1", Task.FormatAnswer(context.Truth.Answer(Parse("step(0, 7)"))));
    }

    private static Symbols Parse(string question)
    {
        Assert.True(Task.TryParse(question, out Symbols words));
        return words;
    }

    private static Context Graph(string edges)
    {
        byte first = (byte)(Task.Alphabet.Size - 8);
        IEnumerable<Symbols> facts = edges.Split(' ').Select(edge => new Symbols([(byte)(first + edge[0] - '0'), (byte)(first + edge[2] - '0')]));
        return Task.ContextOf(new Facts([.. facts]));
    }
}
