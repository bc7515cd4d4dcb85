using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Runs.Studies;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>
/// Irreducible complexity: arguments false in one leaf, on sums (errors can be traced), parity (every leaf flips the answer) and a keyed mixing (nobody honest can check a leaf), with the same
/// challenger learned by the same self-play; and what cross-examination and prover-estimator debate do about it.
/// </summary>
/// <param name="form">How much work goes into it.</param>
public sealed class ComplexityStudy(StudyForm form) : Study
{
    private const ulong MixingKey = 0x5EC4E7;
    private const string Localisation = "localisation";
    private const string Stability = "prover-estimator";
    private static readonly string[] Folds = ["sum", "parity", "mixing"];

    private int Wildcards => form == StudyForm.Full ? 6 : 5;

    /// <inheritdoc/>
    public override string Name => "complexity";

    /// <inheritdoc/>
    public override string Title => "Irreducible complexity: finding the one false leaf of an argument";

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed)
    {
        RandomKey key = RandomKey.FromSeed(seed).Child(Name);
        SelfPlayOptions options = form switch
        {
            StudyForm.Pinned => new SelfPlayOptions(Steps: 384, Debates: 96, Width: 64, Rate: 0.004, Pairs: 200),
            StudyForm.Fast => new SelfPlayOptions(Steps: 512, Pairs: 500),
            _ => new SelfPlayOptions(Steps: 2048, Pairs: 500),
        };
        Fold[] folds = [new SumFold(), new ParityFold(), new MixingFold(MixingKey)];
        return
        [
            .. folds.Select(fold => new ComplexityUnit(fold.Name, fold, Wildcards, options, key.Child(fold.Name))),
            new LocalisationUnit(Localisation, Wildcards, 2 * options.Pairs, key.Child(Localisation)),
            new StabilityUnit(Stability, Wildcards, 2 * options.Pairs, key.Child(Stability)),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        double[] Gap(string fold) => [.. measures.Last($"{fold}/honest wins").Zip(measures.Last($"{fold}/product of (1+rho)/2"), (a, b) => a - b)];
        const string Obfuscated = "Barnes and Christiano 2020";
        double blind = Math.Pow(0.5, Wildcards);
        return
        [
            Expectation.AtLeast("sum: the learned challenger finds the lie", 0.8, "Irving et al. 2018")
                .Meets(measures.EstimateLast("sum/honest wins")),
            Expectation.AtMost("parity: it loses most debates, because of the upper levels", 0.5, Obfuscated)
                .Meets(measures.EstimateLast("parity/honest wins")),
            .. Folds.Select(fold => Expectation.Between($"{fold}: wins are the product of (1+rho)/2 over levels, difference", -0.1, 0.1, "analysis").Meets(Gap(fold))),
            Expectation.AtLeast("parity: cross-examination finds the leaf", 0.9, Obfuscated)
                .Meets(measures.EstimateLast("parity/with cross-examination")),
            Expectation.Between("scripted: rho 0.6 wins ((1+rho)/2)^depth", Math.Pow(0.8, Wildcards) - 0.06, Math.Pow(0.8, Wildcards) + 0.06, "analysis")
                .Meets(measures.EstimateAt($"{Localisation}/honest wins", 0.6)),
            Expectation.AtLeast("prover-estimator: stable arguments (a quarter of the leaves) are judged right", 0.8, "Brown-Cohen et al. 2025")
                .Meets(measures.EstimateLast($"{Stability}/judge accuracy")),
            Expectation.Control("mixing: the challenger is no better than blind", 0, blind + 0.06)
                .Meets(measures.EstimateLast("mixing/honest wins")),
            Expectation.Control("mixing: cross-examination does not help", 0, blind + 0.06)
                .Meets(measures.EstimateLast("mixing/with cross-examination")),
            Expectation.Control("prover-estimator: one false leaf is hardly told from none", 0.5, 0.68)
                .Meets(measures.EstimateAt($"{Stability}/judge accuracy", blind)),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures) =>
    [
        StudyTable.OfArms(
            measures,
            "The learned challenger",
            "argument",
            Folds,
            ["honest wins", "product of (1+rho)/2", "with cross-examination", .. Enumerable.Range(1, Wildcards).Select(level => $"rho at level {level}")]),
        StudyTable.Of(measures, "A scripted challenger of skill rho", "rho", $"{Localisation}/honest wins", $"{Localisation}/((1+rho) of 2)^depth"),
        StudyTable.Of(measures, "Prover-estimator debate, four look-ups", "share of false leaves", $"{Stability}/judge accuracy", $"{Stability}/predicted"),
    ];
}
