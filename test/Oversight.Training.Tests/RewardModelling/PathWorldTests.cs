using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Training.RewardModelling;

namespace Oversight.Training.Tests.RewardModelling;

public sealed class PathWorldTests
{
    private static readonly PathWorld World = new(vertices: 12, longest: 8, nearest: 3, farthest: 8);

    [Fact]
    public void Propose_Any_GoesFromStartToEndWithinTheLongest()
    {
        ForEachQuestion((question, random) =>
        {
            Walk walk = World.Propose(question, random);
            Assert.Equal(question.From, walk.Vertices[0]);
            Assert.Equal(question.To, walk.Vertices[^1]);
            Assert.InRange(walk.Edges, 1, 8);
        });
    }

    [Fact]
    public void Gold_Any_IsOneForShortestAndNoneForWalksThatDoNotExist()
    {
        int valid = 0;
        ForEachQuestion((question, random) =>
        {
            Walk walk = World.Propose(question, random);
            bool isValid = World.IsValid(walk);
            valid += isValid ? 1 : 0;
            Assert.Equal(isValid, World.Gold(question, walk) > 0);
            Assert.Equal(isValid && walk.Edges == question.Distance, World.Gold(question, walk) >= 1);
            // A walk shorter than the distance cannot exist.
            Assert.True(!isValid || walk.Edges >= question.Distance);
        });
        Assert.InRange(valid, 20, 90);
    }

    [Fact]
    public void DrawPart_AnyLength_IsRightAboutHalfTheTime()
    {
        RandomStream random = RandomKey.FromSeed(6).Stream();
        foreach (int edges in (int[])[1, 2, 4])
        {
            double right = Enumerable.Range(0, 400).Average(_ => World.IsValid(World.DrawPart(World.DrawQuestion(false, random).Facts, edges, random)) ? 1.0 : 0.0);
            Assert.InRange(right, 0.3, 0.75);
        }
    }

    private static void ForEachQuestion(Action<PathQuestion, RandomStream> check)
    {
        RandomStream random = RandomKey.FromSeed(5).Stream();
        for (int i = 0; i < 100; i++)
            check(World.DrawQuestion(heldOut: true, random), random);
    }
}
