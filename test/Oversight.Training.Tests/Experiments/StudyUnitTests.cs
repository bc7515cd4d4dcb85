using Oversight.Core;
using Oversight.Methods;
using Oversight.Methods.Debate;
using Oversight.Methods.Debate.Collusion;
using Oversight.Methods.RewardModelling;
using Oversight.Methods.SelfAmplification;
using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Studies;
using Oversight.Tasks;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Experiments;

/// <summary>A unit of every study that learns in steps goes on from its file as if it had never stopped.</summary>
public sealed class StudyUnitTests
{
    private static readonly Dictionary<string, Study> Studies = new()
    {
        ["debate"] = new DebateStudy(StudyForm.Pinned),
        ["collusion"] = new CollusionStudy(StudyForm.Pinned),
        ["complexity"] = new ComplexityStudy(StudyForm.Pinned),
        ["reward modelling"] = new RewardModellingStudy(StudyForm.Pinned),
    };

    public static TheoryData<string> Names => [.. Studies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Advance_RestoredOnTheWay_SameNumbersAsNeverStopped(string study)
    {
        const int before = 5, after = 6;
        using TemporaryFolder folder = TemporaryFolder.InMemory();
        string file = folder.In("unit.safetensors");
        using StudyUnit whole = First(study), first = First(study), second = First(study);
        Assert.True(whole.TotalSteps > before + after && whole.Networks.Count > 0);
        Advance(whole, before + after);
        Advance(first, before);
        UnitFile.Write(file, first, "test", seconds: 3);
        Assert.Equal(3, UnitFile.Read(file, second, "test"));
        Advance(second, after);

        UnitState expected = whole.Capture(), found = second.Capture();
        Assert.Equal((expected.StepsDone, expected.Ledger), (found.StepsDone, found.Ledger));
        Assert.Equal(expected.Measures.AsEnumerable(), found.Measures);
        Assert.Equal(expected.OptimiserSteps, found.OptimiserSteps);
        for (int i = 0; i < whole.Networks.Count; i++)
        {
            Assert.All(
                whole.Networks[i].Network.Vectors.Zip(second.Networks[i].Network.Vectors),
                pair => Assert.Equal(pair.First.Vector.Values.ToArray(), pair.Second.Vector.Values.ToArray()));
        }
    }

    /// <summary>Units whose one step is a whole training do not keep a study from stopping.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Advance_CancelledInTheMiddleOfATraining_UnitIsAsBefore(bool isRun)
    {
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Tiny, BuiltInMethods.Get("supervised")) with { Steps = 1000 };
        using var cancellation = new CancellationTokenSource();
        using StudyUnit unit = isRun ? new RunUnit("run", options) : new SelfAmplificationStudy(StudyForm.Pinned).NewUnits(1)[0];
        cancellation.Cancel();
        unit.Advance(cancellation.Token);
        Assert.False(unit.IsFinished);
        Assert.Empty(unit.Measures);
        Assert.Equal(new OversightLedger(), unit.Ledger);
    }

    [Fact]
    public void Advance_OnAnotherVectorPath_IsWrittenDown()
    {
        using StudyUnit unit = First("debate");
        unit.Advance();
        Assert.Equal([Simd.Bits], unit.VectorWidths.AsEnumerable());
        int other = Simd.Bits == 128 ? 256 : 128;
        unit.Restore(unit.Capture() with { VectorWidths = [other] });
        unit.Advance();
        unit.Advance();
        Assert.Equal([other, Simd.Bits], unit.Capture().VectorWidths.AsEnumerable());
    }

    private static StudyUnit First(string study) => Studies[study].NewUnits(1)[0];

    private static void Advance(StudyUnit unit, int steps)
    {
        for (int i = 0; i < steps; i++)
            unit.Advance();
    }
}
