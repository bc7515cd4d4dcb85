using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

public sealed class CommittedTreeTests
{
    private const int Signs = 16;
    private static readonly SignGame Game = new();
    private readonly RandomStream _random = RandomKey.FromSeed(1).Stream();

    [Fact]
    public void Leaves_TrueArgument_AllHoldAndWaysLeadToThem()
    {
        CommittedTree tree = Draw(lies: 0);
        Assert.True(Game.Holds(tree.Root));
        foreach ((Claim leaf, Choice[] way) in tree.Leaves)
        {
            DebateRecord debate = tree.Follow(way);
            Assert.Equal(leaf, debate.Contested);
            Assert.True(new CarefulJudge(Game).Rule(debate).Stands);
        }
    }

    [Fact]
    public void Play_CrossExaminationByAnExpert_FindsTheOneFalseLeaf()
    {
        var examination = new CrossExamination(new ExactBelief(Game));
        for (int i = 0; i < 20; i++)
        {
            CommittedTree tree = Draw(lies: 1);
            Assert.Single(tree.Leaves, one => !Game.Holds(one.Leaf));
            Assert.False(new CarefulJudge(Game).Rule(examination.Play(tree)).Stands);
        }
    }

    [Fact]
    public void Rule_ProverEstimator_TrueArgumentAlwaysStands_UnstableLieOftenToo()
    {
        var debate = new ProverEstimator(Game, lookUps: 4, _random);
        Assert.All(Enumerable.Range(0, 30), _ => Assert.True(debate.Rule(Draw(lies: 0), doubt: 1 / 16.0).Stands));
        double caughtOne = Enumerable.Range(0, 300).Average(_ => debate.Rule(Draw(lies: 1), 1 / 16.0).Stands ? 0.0 : 1.0);
        double caughtFour = Enumerable.Range(0, 300).Average(_ => debate.Rule(Draw(lies: 4), 4 / 16.0).Stands ? 0.0 : 1.0);
        Assert.Equal(1 - Math.Pow(15 / 16.0, 4), caughtOne, 0.1);
        Assert.Equal(1 - Math.Pow(12 / 16.0, 4), caughtFour, 0.1);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Rule_AuditOfEverythingConceded_FindsLiesOnly(bool isFalse, bool stands)
    {
        Claim root = Draw(isFalse ? 1 : 0).Root;
        DebateRecord conceded = new DebateRecord(root).Then(new Turn(Game.Option(root, 0), Choice.Neither));
        Ruling ruling = new AuditingJudge(Game, new CarefulJudge(Game), rate: 1, contestedToo: false, _random).Rule(conceded);
        Assert.Equal(new Ruling(stands, RulingReason.Audited, 16), ruling);
        Assert.True(new AuditingJudge(Game, new CarefulJudge(Game), rate: 0, contestedToo: true, _random).Rule(conceded).Stands);
    }

    /// <summary>An argument with some signs of -1 claimed to be 1.</summary>
    private CommittedTree Draw(int lies)
    {
        while (true)
        {
            Facts facts = SignGame.DrawFacts(Signs, _random);
            int[] leaves = [.. Enumerable.Range(0, Signs).Select(index => SignGame.SignOf(facts, index))];
            int[] open = [.. Enumerable.Range(0, Signs).Where(index => leaves[index] < 0)];
            if (open.Length < lies)
                continue;
            _random.Shuffle(open.AsSpan());
            foreach (int index in open.AsSpan(0, lies))
                leaves[index] = 1;
            return new CommittedTree(Game, ClaimOn(SignGame.Ask(facts, 0, Signs), leaves), claim => Split(claim, leaves));
        }
    }

    private static Split Split(Claim claim, int[] leaves)
    {
        (Question first, Question second) = SignGame.HalvesOf(claim.Question);
        return new Split(ClaimOn(first, leaves), ClaimOn(second, leaves));
    }

    private static Claim ClaimOn(Question question, int[] leaves)
    {
        (int start, int count) = SignGame.StretchOf(question);
        return new Claim(question, leaves.Skip(start).Take(count).Sum());
    }
}
