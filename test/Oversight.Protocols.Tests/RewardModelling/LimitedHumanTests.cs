using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Protocols.Tests.RewardModelling;

public sealed class LimitedHumanTests
{
    private static readonly ShortestPathTask Task = new(8, 1);
    private static readonly Facts Graph = FactsOf((0, 1), (1, 2), (2, 3), (3, 4));
    private readonly RandomStream _random = RandomKey.FromSeed(1).Stream();

    [Fact]
    public void Compare_TwoEdgesAlone_PrefersTheOneThatExists()
    {
        var human = new LimitedHuman(Task, helper: null, _random);
        for (int i = 0; i < 20; i++)
        {
            Opinion opinion = Compare(human, WalkOver(0, 1), WalkOver(0, 3));
            Assert.True(opinion.PrefersFirst);
            Assert.Equal(1, opinion.FactsRead);
            // He says outright only what he has seen.
            Assert.True(opinion.FirstIsRight ?? !opinion.SecondIsRight);
        }
    }

    [Fact]
    public void Compare_Alone_IsFooledByAShorterAnswerAsOftenAsHeLooksElsewhere()
    {
        var human = new LimitedHuman(Task, helper: null, _random);
        // One of three edges does not exist: he sees it one time in three.
        int fooled = Enumerable.Range(0, 600).Count(_ => Compare(human, WalkOver(0, 1, 2, 4), WalkOver(0, 1, 2, 3, 4)).PrefersFirst);
        Assert.InRange(fooled / 600.0, 0.58, 0.75);
    }

    [Fact]
    public void Compare_WithAHelperThatIsRight_IsNotFooled()
    {
        var human = new LimitedHuman(Task, new TruthfulHelper(), _random);
        for (int i = 0; i < 50; i++)
        {
            Opinion opinion = Compare(human, WalkOver(0, 1, 2, 4), WalkOver(0, 1, 2, 3, 4));
            Assert.False(opinion.PrefersFirst);
            Assert.False(opinion.FirstIsRight);
            Assert.True(opinion.SecondIsRight);
        }
    }

    [Fact]
    public void Compare_BothRight_PrefersTheShorter()
    {
        Facts graph = FactsOf((0, 1), (1, 2), (0, 2));
        var human = new LimitedHuman(Task, new TruthfulHelper(), _random);
        Assert.False(Compare(human, new Walk(graph, [0, 1, 2]), new Walk(graph, [0, 2])).PrefersFirst);
    }

    [Fact]
    public void Rate_ErringHelper_SaysTheOppositeAsOftenAsSet()
    {
        var helper = new ErringHelper(new TruthfulHelper(), 0.25, _random);
        var walks = new Walk[800];
        Array.Fill(walks, WalkOver(0, 1));
        var ratings = new float[walks.Length];
        helper.Rate(walks, ratings);
        Assert.InRange(ratings.Count(rating => rating < 0.5f) / 800.0, 0.2, 0.3);
    }

    private static Opinion Compare(LimitedHuman human, Walk first, Walk second)
    {
        var opinions = new Opinion[1];
        human.Compare([(first, second)], opinions);
        return opinions[0];
    }

    private static Walk WalkOver(params ReadOnlySpan<int> vertices) => new(Graph, [.. vertices]);

    private static Facts FactsOf(params ReadOnlySpan<(int From, int To)> edges)
    {
        // A drawn context shows how facts are written; each edge wanted is taken from contexts until all are found.
        RandomStream random = RandomKey.FromSeed(9).Stream();
        var found = new Dictionary<(int, int), Symbols>();
        while (found.Count < 64)
        {
            foreach (Symbols fact in Task.DrawContext(Difficulty.Full, random).Facts.Statements)
                found[Task.EdgeOf(fact)] = fact;
        }

        ImmutableArray<Symbols>.Builder facts = ImmutableArray.CreateBuilder<Symbols>();
        foreach ((int from, int to) in edges)
            facts.Add(found[(from, to)]);
        return new Facts(facts.ToArray());
    }

    private sealed class TruthfulHelper : IHelper
    {
        public int Longest => 8;

        public void Rate(ReadOnlySpan<Walk> parts, Span<float> ratings)
        {
            for (int i = 0; i < parts.Length; i++)
            {
                Walk part = parts[i];
                ratings[i] = Enumerable.Range(0, part.Edges).All(edge => LimitedHuman.Exists(Task, part.Facts, part.Vertices[edge], part.Vertices[edge + 1])) ? 1 : 0;
            }
        }
    }
}
