using FsCheck;
using FsCheck.Fluent;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Methods.RewardModelling;
using Oversight.Protocols.RewardModelling;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Training.Tests.RewardModelling;

/// <summary>What the method rests on: with a helper that is right up to half of the way H prefers as the truth does, and alone he does not.</summary>
public sealed class AssistedHumanLawTests
{
    private const int Range = 8;
    private static readonly ShortestPathTask Task = new(12, 1);
    private static readonly RouteQuestions Questions = new(Task);

    [Fact]
    public void Appraise_PerfectHelperOfHalfTheRange_ConfirmsExactlyWhatIsValid()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            (Proposal[] proposals, DistanceTable table) = Draw(seed);
            Appraisal[] appraisals = Appraise(new ExactHelper(Task, Range / 2), proposals);
            return proposals.Zip(appraisals).Where(one => !one.First.IsFarther)
                .All(one => table.IsValid(one.First) == (one.Second.Standing == Standing.Confirmed));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Prefer_PerfectHelper_OptimalAnswerLosesToNoOther()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            (Proposal[] proposals, DistanceTable table) = Draw(seed);
            Appraisal[] appraisals = Appraise(new ExactHelper(Task, Range / 2), proposals);
            return Enumerable.Range(0, proposals.Length).Where(i => table.IsOptimal(proposals[i])).All(best => Enumerable.Range(0, proposals.Length).All(other =>
                Comparison.Prefer(appraisals[best], appraisals[other]) == (table.IsOptimal(proposals[other]) ? Preference.Neither : Preference.First)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Appraise_AnyHelper_LooksUpAtMostOneEdgeAndPutsAtMostTwoQuestions()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<bool>(), (seed, erring) =>
        {
            IHelper helper = erring ? new ErringHelper(new ExactHelper(Task, 2), 0.5, RandomKey.FromSeed(seed).Stream()) : new ExactHelper(Task, 4);
            return Appraise(helper, Draw(seed).Proposals).All(one => one.LookUps is 0 or 1 && one.LookUps + one.QuestionsPut <= 2);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Appraise_Alone_PrefersALieOfTwoEdgesToTheTruthOfThree()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            (Proposal[] proposals, DistanceTable table) = Draw(seed);
            Appraisal[] appraisals = Appraise(new IgnorantHelper(), proposals);
            (int from, _) = Task.EndsOf(proposals[0].Question.Words);
            return Enumerable.Range(0, proposals.Length)
                .Where(lie => proposals[lie].Length == 2 && table[from, proposals[lie].Waypoint] == 1 && !table.IsValid(proposals[lie]))
                .All(lie => Enumerable.Range(0, proposals.Length).Where(i => table.IsOptimal(proposals[i]) && proposals[i].Length > 2)
                    .All(truth => Comparison.Prefer(appraisals[lie], appraisals[truth]) == Preference.First && appraisals[lie].QuestionsPut == 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Prefer_Swapped_IsTheOther()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (a, b) =>
        {
            Appraisal first = new(Standing.Confirmed, a % 10, 0, 0);
            Appraisal second = new(Standing.Confirmed, b % 10, 0, 0);
            Preference swapped = Comparison.Prefer(second, first);
            return Comparison.Prefer(first, second) == swapped switch
            {
                Preference.First => Preference.Second,
                Preference.Second => Preference.First,
                _ => Preference.Neither,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Measure_ErringHelper_IsWrongAsOftenAsSaidAndStaysInRange()
    {
        var exact = new ExactHelper(Task, 4);
        var erring = new ErringHelper(exact, 0.1, RandomKey.FromSeed(5).Stream());
        int wrong = 0;
        const int Draws = 4000;
        for (int i = 0; i < Draws; i++)
        {
            Question[] question = [Draw(i % 50).Proposals[0].Question];
            int[] truth = [0];
            int[] said = [0];
            exact.Measure(question, truth);
            erring.Measure(question, said);
            Assert.InRange(said[0], 1, 5);
            wrong += truth[0] == said[0] ? 0 : 1;
        }

        Assert.InRange(wrong, Draws * 0.08, Draws * 0.12);
    }

    [Fact]
    public void DistanceTable_AnyGraph_IsTheTasksTruth()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Context context = Task.DrawContext(Difficulty.Full, RandomKey.FromSeed(seed).Stream());
            var table = new DistanceTable(Task, context.Facts);
            for (int from = 0; from < Task.VertexCount; from++)
            {
                for (int to = 0; to < Task.VertexCount; to++)
                {
                    string truth = Task.FormatAnswer(context.Truth.Answer(Task.AskDistance(from, to)));
                    if (from != to)
                        Assert.Equal(truth, table[from, to] == DistanceTable.Unreachable ? "inf" : table[from, to].ToString());
                }
            }
        }
    }

    private static Appraisal[] Appraise(IHelper helper, Proposal[] proposals)
    {
        var appraisals = new Appraisal[proposals.Length];
        new AssistedHuman(Questions, helper, Range).Appraise(proposals, appraisals);
        return appraisals;
    }

    /// <summary>Every proposal to a question on a graph of one long path and a few more edges.</summary>
    private static (Proposal[] Proposals, DistanceTable Table) Draw(int seed)
    {
        RandomStream random = RandomKey.FromSeed(seed).Stream();
        var edges = new List<Symbols>();
        for (int i = 1; i < Task.VertexCount; i++)
            edges.Add(Task.Edge(i - 1, i));
        for (int i = random.Next(8); i > 0; i--)
            edges.Add(Task.Edge(random.Next(Task.VertexCount), random.Next(Task.VertexCount)));
        var facts = new Facts(edges.ToArray());
        int[] ends = [0, 0];
        random.Choose(Task.VertexCount, ends);
        var proposals = new Proposal[Questions.ProposalCount(Range)];
        Questions.List(Questions.Ask(facts, ends[0], ends[1]), Range, proposals);
        return (proposals, new DistanceTable(Task, facts));
    }
}
