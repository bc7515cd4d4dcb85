using System.Reflection;
using Oversight.Core;
using Oversight.Core.Text;
using Oversight.Learning.Assistants;
using Oversight.Methods;
using Oversight.Protocols.Debate;
using Oversight.Reports.Pages;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Laws;

/// <summary>Amplification learns without labels: nothing that answers, asks or learns can hold ground truth.</summary>
public sealed class GroundTruthWallTests
{
    private static readonly Type[] Forbidden = [typeof(GroundTruth), typeof(Context)];

    private static readonly Assembly[] Training =
        [typeof(AssistantLearner).Assembly, typeof(TrainingOptions).Assembly, typeof(BuiltInMethods).Assembly, typeof(ReportFile).Assembly];

    private static readonly Assembly[] Assemblies = [typeof(Facts).Assembly, typeof(AlgorithmicTask).Assembly, .. Training];

    private static readonly Type[] Rules = [typeof(IDispute), typeof(IClaimGame)];

    private static readonly Type[] Seats = [typeof(IAssistant), typeof(IOverseer), typeof(ITextAssistant), typeof(ITextOverseer)];

    public static TheoryData<Type> Answerers =>
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsInterface && Seats.Any(type.IsAssignableTo)),
        typeof(TargetBatch),
        typeof(AssistantLearner),
        typeof(AssistantPass),
    ];

    [Theory]
    [MemberData(nameof(Answerers))]
    public void Members_OfWhatAnswersOrLearns_HoldNoGroundTruth(Type type)
    {
        Assert.DoesNotContain(Held(type), IsForbidden);
    }

    /// <summary>Every type above the tasks that can hold ground truth, with the reason why it may.</summary>
    private static readonly Dictionary<string, string> Declared = new()
    {
        ["ContextSource"] = "draws contexts, and tells held-out ones by their facts",
        ["Curriculum"] = "draws questions about them",
        ["TargetProcess"] = "draws contexts, hands on their facts, and shows them to what is declared to read the truth",
        ["ITruthReader"] = "what is declared to read the truth",
        ["Verifier"] = "expert iteration: the external verifier, which gives verdicts and nothing more",
        ["LabelMaker"] = "supervised learning: its targets are true answers",
        ["ExpectedAccuracy"] = "the report's prediction of errors, made after training",
        ["Explainer"] = "the report on a run that has ended: says where an answer went wrong",
        ["TranscriptSample"] = "draws contexts for samples to look at",
        ["TranscriptSection"] = "the report's part with those samples",
        ["SelfAmplificationUnit"] = "measures self-amplification on contexts that it never drew",
        ["SelfAmplifier"] = "draws contexts and hands on their facts",
        ["EvaluationSet"] = "evaluation",
        ["DistinctContexts"] = "evaluation: draws its contexts, each once",
    };

    [Fact]
    public void Types_OfTraining_ThatHoldGroundTruthAreDeclared()
    {
        string[] holding =
        [
            .. Training.SelectMany(assembly => assembly.GetTypes())
                .Where(type => Held(type).Any(IsForbidden))
                .Select(Outermost)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Declared.Keys.Order(StringComparer.Ordinal), holding);
    }

    [Fact]
    public void Members_OfProtocols_HoldNoGroundTruth()
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> held = typeof(Claim).Assembly.GetTypes().SelectMany(type => type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)));
        Assert.DoesNotContain(held, Forbidden.Contains);
    }

    /// <summary>The rules by which a task's answers are debated, which stand beside its ground truth and must not know it.</summary>
    public static TheoryData<Type> Disputes =>
    [
        .. typeof(AlgorithmicTask).Assembly.GetTypes().Where(type => type is { IsInterface: false, IsAbstract: false } && Rules.Any(type.IsAssignableTo)),
    ];

    [Theory]
    [MemberData(nameof(Disputes))]
    public void Members_OfTasksDisputesAndGames_HoldNoGroundTruth(Type type)
    {
        Assert.DoesNotContain(Held(type), IsForbidden);
    }

    [Fact]
    public void Members_OfFacts_ReachNoGroundTruth()
    {
        IEnumerable<Type> reached = typeof(Facts).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType)
            .Concat(typeof(Question).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType));
        Assert.DoesNotContain(reached, Forbidden.Contains);
        Assert.DoesNotContain(typeof(Facts).Assembly.GetReferencedAssemblies(), name => name.Name == "Oversight.Tasks");
    }

    private static IEnumerable<Type> Held(Type type)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetConstructors(Everything).SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));
    }

    private static bool IsForbidden(Type candidate) =>
        Forbidden.Contains(candidate)
        || (candidate.GetElementType() is { } element && IsForbidden(element))
        || candidate.GetGenericArguments().Any(IsForbidden);

    private static string Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Name;
    }
}
