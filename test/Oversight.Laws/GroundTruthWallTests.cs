using System.Reflection;
using Oversight.Core;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.Options;

namespace Oversight.Laws;

/// <summary>Amplification learns without labels: nothing that answers, asks or learns can hold ground truth.</summary>
public sealed class GroundTruthWallTests
{
    private static readonly Type[] Forbidden = [typeof(GroundTruth), typeof(Context)];

    private static readonly Assembly[] Assemblies = [typeof(Facts).Assembly, typeof(AlgorithmicTask).Assembly, typeof(TrainingOptions).Assembly];

    public static TheoryData<Type> Answerers =>
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsInterface && (type.IsAssignableTo(typeof(IAssistant)) || type.IsAssignableTo(typeof(IOverseer)))),
        typeof(TargetBatch),
        typeof(AssistantLearner),
        typeof(AssistantPass),
    ];

    [Theory]
    [MemberData(nameof(Answerers))]
    public void Members_OfWhatAnswersOrLearns_HoldNoGroundTruth(Type type)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        IEnumerable<Type> held = type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetConstructors(Everything).SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));
        Assert.DoesNotContain(held, candidate => Forbidden.Contains(candidate) || Forbidden.Contains(candidate.GetElementType()));
    }

    [Fact]
    public void Members_OfFacts_ReachNoGroundTruth()
    {
        IEnumerable<Type> reached = typeof(Facts).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType)
            .Concat(typeof(Question).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType));
        Assert.DoesNotContain(reached, Forbidden.Contains);
        Assert.DoesNotContain(typeof(Facts).Assembly.GetReferencedAssemblies(), name => name.Name == "Oversight.Tasks");
    }
}
