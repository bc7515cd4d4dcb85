using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks.Tests.Debate;

/// <summary>What debate on whole answers rests on: the best play of the side that is right wins before a judge who looks up one fact.</summary>
public sealed class DisputeLawTests
{
    private const int Contexts = 6;
    private const int QuestionsEach = 8;

    public static TheoryData<string> Configurations => [.. Debatable.Configurations, "sum_c2_l4"];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Play_TrueAnswerByAnExpert_StandsWhateverIsObjected(string configuration)
    {
        ForEachAnswer(configuration, isTrue: true, (dispute, questions, answers, random) =>
        {
            IDisputant expert = Expert(dispute, random);
            foreach (IDisputant opponent in Opponents(dispute, random))
                AssertRuled(new AnswerDebate(dispute, expert, opponent, new CarefulJudge(dispute.Game)).Play(questions, answers), stands: true);
        });
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Play_FalseAnswerAgainstAnExpert_FallsHoweverItIsHeld(string configuration)
    {
        ForEachAnswer(configuration, isTrue: false, (dispute, questions, answers, random) =>
        {
            IDisputant expert = Expert(dispute, random);
            foreach (IDisputant proposer in Opponents(dispute, random))
                AssertRuled(new AnswerDebate(dispute, proposer, expert, new CarefulJudge(dispute.Game)).Play(questions, answers), stands: false);
        });
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Play_NoAnswerToTheQuestion_FallsWithoutALookUp(string configuration)
    {
        ForEachAnswer(configuration, isTrue: true, (dispute, questions, answers, random) =>
        {
            answers.AsSpan().Fill(Answer.Unknown);
            IDisputant ignorant = new BeliefDisputant(dispute, new IgnorantBelief(), random);
            Ruling[] rulings = new AnswerDebate(dispute, ignorant, ignorant, new CarefulJudge(dispute.Game)).Play(questions, answers);
            Assert.All(rulings, ruling => Assert.Equal(new Ruling(Stands: false, RulingReason.NoAnswer, LookUps: 0), ruling));
        });
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void AddObjections_AnyPosition_TrueAnswerHasOneThatSurvivesAll_FalseAnswerNone(string configuration)
    {
        foreach (bool isTrue in (bool[])[true, false])
        {
            ForEachAnswer(configuration, isTrue, (dispute, questions, answers, _) =>
            {
                for (int i = 0; i < questions.Length; i++)
                    Assert.Equal(isTrue, CanBeHeld(dispute, questions[i], answers[i]));
            });
        }
    }

    [Theory]
    [InlineData("sum_c3_l2", false)]
    [InlineData("iterate_c4_l1_k3", false)]
    [InlineData("sum_c2_l3_mod8", true)]
    [InlineData("graph_c8_l1", true)]
    public void Dispute_OfTasks_IsNullWhereClaimsAreNotKnown(string configuration, bool isKnown) =>
        Assert.Equal(isKnown, TaskCatalog.Create(configuration).Dispute is not null);

    private static bool CanBeHeld(IDispute dispute, Question question, Answer answer)
    {
        var positions = new List<Position>();
        dispute.AddPositions(question, answer, positions);
        return positions.Any(position =>
        {
            var objections = new List<Objection>();
            dispute.AddObjections(position, objections);
            Assert.NotEmpty(objections);
            return objections.All(objection => dispute.Game.Holds(objection.Claim) == objection.HeldByProposer);
        });
    }

    private static void AssertRuled(Ruling[] rulings, bool stands)
    {
        Assert.All(rulings, ruling => Assert.Equal(stands, ruling.Stands));
        Assert.All(rulings, ruling => Assert.InRange(ruling.LookUps, ruling.Reason == RulingReason.NoAnswer ? 0 : 1, 1));
    }

    private static BeliefDisputant Expert(IDispute dispute, RandomStream random) => new(dispute, new ExactBelief(dispute.Game), random);

    private static IDisputant[] Opponents(IDispute dispute, RandomStream random) =>
    [
        Expert(dispute, random),
        new BeliefDisputant(dispute, new IgnorantBelief(), random),
        new BeliefDisputant(dispute, new ExactBelief(dispute.Game), random, slips: 1),
    ];

    /// <summary>Questions of every kind, each with an answer drawn from all that are true, or from all that are not.</summary>
    private static void ForEachAnswer(string configuration, bool isTrue, Action<IDispute, Question[], Answer[], RandomStream> check)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        IDispute dispute = task.Dispute!;
        RandomStream random = RandomKey.FromSeed(5).Child(configuration).Stream();
        for (int i = 0; i < Contexts; i++)
        {
            Context context = task.DrawContext(Difficulty.Full, random);
            Question[] questions = [.. Enumerable.Range(0, QuestionsEach).Select(_ => task.DrawQuestion(context, random))];
            Answer[] answers = [.. questions.Select(question =>
            {
                Answer[] candidates = [.. task.Answers.Where(answer => context.Truth.Accepts(question.Words, answer) == isTrue)];
                return candidates[random.Next(candidates.Length)];
            })];
            check(dispute, questions, answers, random);
        }
    }
}
