using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.WeakToStrong;

/// <summary>Weak-to-strong generalisation in one small environment: how much of the gap between a weak supervisor and a strong ceiling students recover, and in which way.</summary>
/// <param name="form">How much work goes into it.</param>
public sealed class WeakToStrongStudy(StudyForm form) : Study
{
    private static readonly string[] Students =
        ["finetuned", "early stopping", "stopped on weak labels", "confidence loss", "bootstrapped", "probe", "not pretrained", "not pretrained, to the end"];

    /// <inheritdoc/>
    public override string Name => "weak-to-strong";

    /// <inheritdoc/>
    public override string Title => "Weak-to-strong: how much of the gap a strong student recovers from a weak supervisor";

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed) => [new WeakToStrongUnit(
        form switch
        {
            StudyForm.Pinned => new WeakToStrongStudyOptions(StrongWidth: 128, PretrainSteps: 800, Labels: 4000, Steps: 400, Test: 2000),
            StudyForm.Fast => new WeakToStrongStudyOptions(),
            _ => new WeakToStrongStudyOptions(PretrainSteps: 10_000, Steps: 3000, Test: 20_000),
        },
        RandomKey.FromSeed(seed).Child(Name))];

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        Estimate Minus(string one, string other, string figure) => measures.EstimateDifference($"{one}/{figure}", $"{other}/{figure}", 0);
        return
        [
            Expectation.AtLeast("the ceiling lies above the weak floor, difference", PerformanceGapRecovered.SmallestGap, "set-up").Meets(Minus("ceiling", "weak", "final")),
            Expectation.AtLeast("a probe on pretrained concepts recovers part of the gap, PGR", 0.2, "Burns et al. 2023: salience").Meets(Pgr(measures, "probe")),
            Expectation.AtLeast("stopping early beats training to the end, accuracy difference", 0, "Burns et al. 2023; arXiv 2503.02877")
                .Meets(Minus("early stopping", "finetuned", "final")),
            Expectation.AtLeast("training to the end learns the supervisor's errors, agreement on them minus that of the probe", 0.05, "Burns et al. 2023")
                .Meets(Minus("finetuned", "probe", "agreement on errors")),
            Expectation.Between("the confidence loss changes little, accuracy difference to fine-tuning", -0.03, 0.06, "EleutherAI 2024")
                .Meets(Minus("confidence loss", "finetuned", "final")),
            Expectation.AtLeast("bootstrapping through a middle size beats teaching at once, both stopped early, accuracy difference", 0, "Burns et al. 2023, chess")
                .Meets(Minus("bootstrapped", "early stopping", "final")),
            Expectation.Control("without pretraining nothing is recovered, PGR", -0.2, 0.15).Meets(Pgr(measures, "not pretrained")),
            Expectation.Control("without pretraining, trained to the end: pure imitation, PGR", -0.2, 0.15).Meets(Pgr(measures, "not pretrained, to the end")),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures) =>
    [
        Row(measures, "Accuracy", "final", ["weak", .. Students, "probe on the truth", "ceiling"]),
        new StudyTable(
            RefusalOf(measures) ?? "Performance gap recovered, (student - weak) / (ceiling - weak)",
            "",
            [0],
            [.. Students.Select(name => (name, ImmutableArray.Create(Pgr(measures, name))))]),
        Row(measures, "Agreement with the supervisor", "agreement", Students),
        Row(measures, "Agreement with the supervisor where it is wrong", "agreement on errors", [.. Students, "ceiling"]),
        Curves(measures, "Accuracy while learning from the supervisor", "accuracy"),
        Curves(measures, "Agreement with the supervisor's errors while learning", "agrees with the supervisor's errors"),
    ];

    private static string? RefusalOf(StudyMeasures measures) =>
        Recovered(measures, "finetuned").Refusal is { } why ? $"Performance gap recovered: no value, for {why}" : null;

    private static PerformanceGapRecovered Recovered(StudyMeasures measures, string student) =>
        PerformanceGapRecovered.Of(measures.At($"{student}/final", 0), measures.At("weak/final", 0), measures.At("ceiling/final", 0));

    private static Estimate Pgr(StudyMeasures measures, string student) =>
        Recovered(measures, student).Ratio ?? new Estimate(double.NaN, double.NaN, double.NaN, measures.Seeds);

    private static StudyTable Row(StudyMeasures measures, string title, string figure, string[] names) =>
        new(title, "", [0], [.. names.Select(name => (name, ImmutableArray.Create(measures.EstimateAt($"{name}/{figure}", 0))))]);

    private static StudyTable Curves(StudyMeasures measures, string title, string figure)
    {
        string[] names = ["finetuned", "confidence loss", "bootstrapped", "not pretrained, to the end"];
        StudyTable table = StudyTable.Of(measures, title, "steps", names.Select(name => $"{name}/{figure}"));
        return table with { Columns = [.. table.Columns.Zip(names, (column, name) => (name, column.Values))] };
    }
}
