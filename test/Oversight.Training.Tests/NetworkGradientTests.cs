using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Training.Tests;

/// <summary>
/// Whole networks by finite differences. For each parameter the loss is differentiated along the parameter's own gradient, where the slope must be the
/// gradient's length: the steepest direction stands out most from the rounding of 32-bit sums, and any wrong part of the gradient changes one side and
/// not the other. Then some single numbers, whose slopes are small beside what a ReLU that switches within a step does to them. Losses are sums over
/// some hundred targets, about 200 nats.
/// </summary>
public sealed class NetworkGradientTests
{
    private const float Step = 1f / 1024;
    private const double Relative = 0.02;
    private const double Absolute = 0.02;
    private const double AbsoluteOfOne = 0.05;

    [Theory]
    [InlineData(AssistantKind.Lookup, int.MaxValue)]
    [InlineData(AssistantKind.Lookup, 0)]
    [InlineData(AssistantKind.Published, int.MaxValue)]
    [InlineData(AssistantKind.Published, 0)]
    public void AssistantNetwork_EveryParameter_EqualsFiniteDifferences(AssistantKind kind, int difficulty) =>
        CheckAssistant(Fixture.SmallTask, kind, difficulty);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(0)]
    public void LookupNetwork_OfSets_EqualsFiniteDifferences(int difficulty) =>
        CheckAssistant(TaskCatalog.Create("graph_c4_l2"), AssistantKind.Lookup, difficulty);

    [Theory]
    [InlineData("iterate_c4_l2_k4", LayerSharing.Lookups)]
    [InlineData("iterate_c4_l2_k4", LayerSharing.All)]
    [InlineData("graph_c4_l2", LayerSharing.Lookups)]
    [InlineData("equals_c4_l2", LayerSharing.All)]
    public void LookupNetwork_LayersThatShare_EqualsFiniteDifferences(string task, LayerSharing shared) =>
        CheckAssistant(TaskCatalog.Create(task), Fixture.AssistantOptions(AssistantKind.Lookup) with { Shared = shared }, int.MaxValue);

    [Fact]
    public void LookupNetwork_OfComputedResults_EqualsFiniteDifferences() =>
        CheckAssistant(TaskCatalog.Create("evalsum_c4_l2_mod8"), AssistantKind.Lookup, int.MaxValue);

    [Theory]
    [InlineData("sat_v3_l2", LayerSharing.Nothing)]
    [InlineData("sat_v3_l3", LayerSharing.Lookups)]
    [InlineData("graph_c4_l2", LayerSharing.All)]
    public void LookupNetwork_ThatCounts_EqualsFiniteDifferences(string task, LayerSharing shared) =>
        CheckAssistant(
            TaskCatalog.Create(task), Fixture.AssistantOptions(AssistantKind.Lookup) with { Counts = true, Shared = shared }, int.MaxValue);

    private static void CheckAssistant(AlgorithmicTask task, AssistantKind kind, int difficulty) =>
        CheckAssistant(task, Fixture.AssistantOptions(kind), difficulty);

    private static void CheckAssistant(AlgorithmicTask task, AssistantOptions options, int difficulty)
    {
        var network = AssistantNetwork.Create(task, options);
        TargetBatch batch = Fixture.Batch(task, 3, 6, new Difficulty(difficulty));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        using var gradients = new ParameterVector(network.Layout);
        using var tape = new Tape(weights, gradients);
        AssistantPass pass = network.Record(tape, 4, 7);
        Check(weights, gradients, () =>
        {
            pass.Train(batch, 0, 3, 1, gradients);
            return pass.Loss;
        });
    }

    [Fact]
    public void HumanModelNetwork_EveryParameter_EqualsFiniteDifferences()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var network = new HumanModelNetwork(new TranscriptCodec(task), new HumanModelOptions { Width = 16, Layers = 2, Heads = 2 });
        TranscriptStore store = Fixture.Transcripts(task, network.Codec, 6, out _);
        using ParameterVector weights = Fixture.Weights(network.Layout);
        using var gradients = new ParameterVector(network.Layout);
        using var pass = new TranscriptPass(network, weights, gradients, 8);
        Check(weights, gradients, () =>
        {
            pass.Run(store, [0, 3, 1, 5], backward: true);
            return pass.Loss;
        });
    }

    private static void Check(ParameterVector weights, ParameterVector gradients, Func<double> run)
    {
        gradients.Values.Clear();
        run();
        float[] at = weights.Values.ToArray(), gradient = gradients.Values.ToArray();
        foreach (Parameter parameter in weights.Layout.Parameters)
        {
            float[] direction = gradient[parameter.Offset..(parameter.Offset + parameter.Length)];
            double length = Math.Sqrt(direction.Sum(g => (double)g * g));
            for (int i = 0; i < direction.Length; i++)
                direction[i] = length == 0 ? 1 : direction[i] / (float)length;
            AssertSlope(parameter.Name, Absolute, length, Slope(weights, at, parameter.Offset, direction, run));
            for (int i = 0; i < 2; i++)
            {
                int place = parameter.Offset + (i * 7919 + parameter.Offset) % parameter.Length;
                AssertSlope($"{parameter.Name}[{place - parameter.Offset}]", AbsoluteOfOne, gradient[place], Slope(weights, at, place, [1], run));
            }
        }
    }

    private static void AssertSlope(string name, double absolute, double gradient, double slope) => Assert.True(
        Math.Abs(gradient - slope) <= absolute + Relative * Math.Abs(gradient), $"{name}: finite difference {slope:G6}, gradient {gradient:G6}");

    private static double Slope(ParameterVector weights, float[] at, int offset, float[] direction, Func<double> run)
    {
        double LossAt(float step)
        {
            for (int i = 0; i < direction.Length; i++)
                weights.Values[offset + i] = at[offset + i] + step * direction[i];
            return run();
        }

        double near = (LossAt(Step) - LossAt(-Step)) / (2 * Step);
        double far = (LossAt(2 * Step) - LossAt(-2 * Step)) / (4 * Step);
        at.AsSpan(offset, direction.Length).CopyTo(weights.Values[offset..]);
        return (4 * near - far) / 3;
    }
}
