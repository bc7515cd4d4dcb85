using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Runs.Studies;

namespace Oversight.Methods.SelfAmplification;

/// <summary>Amplify^M(M): how far a model gets that learned to decompose and to answer from H up to a depth, once H is gone; with filters, and where meaning drifts.</summary>
/// <param name="form">How much work goes into it.</param>
public sealed class SelfAmplificationStudy(StudyForm form) : Study
{
    private const int Change = 2;
    private const string None = "no filter";
    private const string Majority = "majority";
    private const string Consistent = "self-consistency";
    private const string Careful = "no slips";
    private const string Own = "own answers";
    private const string Changed = "changed meaning";
    private const string Anew = "changed and learned anew";
    private const string Again = "changed and class by class";
    private const string AtOnce = "other meaning at once";
    private const string Inverse = "inverse at once";

    private string[] Runs => form switch
    {
        StudyForm.Pinned => [None, Consistent, Own, Changed, Anew],
        StudyForm.Fast => [None, Majority, Consistent, Careful, Own, Changed, Anew, AtOnce],
        _ => [None, Majority, Consistent, Careful, Own, Changed, Anew, Again, AtOnce, Inverse],
    };

    private SelfAmplificationStudyOptions Options => form switch
    {
        StudyForm.Pinned => new SelfAmplificationStudyOptions(Bits: 5, StepsWithHuman: 110, StepsPerRound: 50),
        StudyForm.Fast => new SelfAmplificationStudyOptions(Bits: 6),
        _ => new SelfAmplificationStudyOptions(Bits: 9, StepsWithHuman: 150, StepsPerRound: 90),
    };

    /// <summary>Sigma comes to mean sigma twice; M is given more time a round to take that up.</summary>
    private SelfAmplificationStudyOptions ChangedOptions => Options with
    {
        Filter = LabelFilter.SelfConsistency,
        Later = Meaning.Square,
        StepsPerRound = (form == StudyForm.Fast ? 2 : 4) * Options.StepsPerRound,
    };

    private int Rounds => Options.Bits - Options.HumanBits;

    /// <inheritdoc/>
    public override string Name => "self-amplification";

    /// <inheritdoc/>
    public override string Title => "Amplify^M(M): the frontier of depth once H is gone";

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed)
    {
        RandomKey key = RandomKey.FromSeed(seed).Child(Name);
        return [.. Runs.Select(run => new SelfAmplificationUnit(Slug(run), OptionsOf(run), form == StudyForm.Full ? 64 : 16, key.Child(run)))];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        string consistent = Slug(Consistent);
        string changed = Slug(Changed);
        string anew = Slug(Anew);
        string own = Slug(Own);
        double[] Drop(string run, string figure) => [.. measures.At($"{Slug(run)}/{figure}", Rounds).Zip(measures.At($"{Slug(run)}/{figure}", 0), (last, first) => last - first)];
        return
        [
            Expectation.AtLeast($"with H, up to {Options.HumanBits} bits, M answers right", 0.97, "Christiano et al. 2018")
                .Meets(measures.EstimateAt($"{consistent}/newest class", 0)),
            Expectation.AtLeast("self-consistency: the frontier moves on without H, bits gained", 1, "arXiv 2502.01612").Meets(Drop(Consistent, "frontier")),
            Expectation.AtMost("self-consistency: the labels of the last round are clean, share wrong", 0.03, "arXiv 2502.01612")
                .Meets(measures.EstimateAt($"{consistent}/label noise", Rounds)),
            Expectation.AtMost("self-consistency: M decomposes ever more as H means to, change of drift", 0, "analysis").Meets(Drop(Consistent, "drift")),
            Expectation.AtLeast("without a filter labels are noisier in the last round, difference", 0.01, "error avalanche, arXiv 2502.01612")
                .Meets(measures.EstimateDifference($"{Slug(None)}/label noise", $"{consistent}/label noise", Rounds)),
            Expectation.AtLeast("without a filter M decomposes as H does less often than with one, difference in drift", 0.01, "analysis")
                .Meets(measures.EstimateDifference($"{Slug(None)}/drift", $"{consistent}/drift", Rounds)),
            Expectation.AtLeast("after sigma came to mean sigma twice, M agrees with itself again: going on with what it knows", 0.85, "analysis")
                .Meets(measures.EstimateAt($"{changed}/agreement with itself", Rounds)),
            Expectation.AtLeast("the same in the round of the change, its answers learned anew", 0.85, "analysis")
                .Meets(measures.EstimateAt($"{anew}/agreement with itself", Change)),
            Expectation.AtLeast("its answers learned anew, M answers the newest class right by the changed meaning", 0.85, "analysis")
                .Meets(measures.EstimateAt($"{anew}/newest class by the changed meaning", Change)),
            Expectation.AtLeast("H would notice at once: primitive answers that are not what H means", 0.7, "analysis")
                .Meets(measures.EstimateAt($"{anew}/H would notice", Change)),
            Expectation.Control("M's own answers as labels move no frontier: accuracy on the newest class", 0, 0.4)
                .Meets(measures.EstimateAt($"{own}/newest class", Rounds)),
            Expectation.Control("once sigma means sigma twice, answers are wrong by H's meaning: accuracy on the newest class", 0, 0.5)
                .Meets(measures.EstimateAt($"{anew}/newest class", Rounds)),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures) =>
    [
        Table(measures, $"Frontier: bits of the longest exponents answered right {SelfAmplificationUnit.Reached} of the time", "frontier", Runs),
        Table(measures, "Accuracy on the class of questions that the round opened", "newest class", Runs),
        Table(measures, "Label noise: share of the labels for that class that are wrong", "label noise", Runs),
        Table(measures, "Share of questions for which M accepts a label", "labels accepted", Runs),
        Table(measures, "Drift: share of M's decompositions that are not H's", "drift", Runs),
        Table(measures, "What M sees: the share of its labels that it gives by itself", "agreement with itself", Runs),
        Table(measures, "What H would see: the share of primitive answers that are not what H means", "H would notice", Runs),
        Table(measures, "Accuracy on the newest class by the changed meaning", "newest class by the changed meaning", [.. Runs.Where(run => OptionsOf(run).Later != Meaning.Usual)]),
    ];

    private static string Slug(string run) => run.Replace(' ', '-');

    private SelfAmplificationStudyOptions OptionsOf(string run) => run switch
    {
        None => Options,
        Majority => Options with { Filter = LabelFilter.Majority },
        Careful => Options with { Slips = 0 },
        Own => Options with { Filter = LabelFilter.OwnAnswers },
        Changed => ChangedOptions,
        Anew => ChangedOptions with { Relearning = Relearning.FromScratch },
        Again => ChangedOptions with { Relearning = Relearning.ClassByClass, StepsPerRound = Options.StepsPerRound },
        AtOnce => Options with { Filter = LabelFilter.SelfConsistency, Later = Meaning.Square, ChangesMeaningAfter = -1 },
        Inverse => Options with { Filter = LabelFilter.SelfConsistency, Later = Meaning.Inverse, ChangesMeaningAfter = -1 },
        _ => Options with { Filter = LabelFilter.SelfConsistency },
    };

    private static StudyTable Table(StudyMeasures measures, string title, string figure, string[] runs)
    {
        StudyTable table = StudyTable.Of(measures, title, "round", runs.Select(run => $"{Slug(run)}/{figure}"));
        return table with { Columns = [.. table.Columns.Zip(runs, (column, run) => (run, column.Values))] };
    }
}
