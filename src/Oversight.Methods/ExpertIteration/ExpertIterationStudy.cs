using System.Collections.Immutable;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Studies;
using Oversight.Tasks;

namespace Oversight.Methods.ExpertIteration;

/// <summary>
/// Expert iteration beside amplification and supervised learning on permutation powering: what a reward can teach, what it costs, and where it is never reached because
/// a verdict covers many answers and no proposal has them all right.
/// </summary>
/// <param name="form">How much work goes into it.</param>
/// <param name="methods">The methods that it is held against: supervised learning, and amplification by the scripted H.</param>
public sealed class ExpertIterationStudy(StudyForm form, MethodCatalog methods) : Study
{
    private const string Supervised = "supervised";
    private const string Amplification = "amplification";
    private const string Coin = "coin";
    private const string Deep = "decomposed";
    private const int Sparse = 8;
    private static readonly int[] AllSheets = [1, 2, 4, Sparse];

    private int[] SheetSizes => form == StudyForm.Pinned ? [1, Sparse] : form == StudyForm.Fast ? AllSheets : [.. AllSheets, 16];

    /// <inheritdoc/>
    public override string Name => "expert-iteration";

    /// <inheritdoc/>
    public override string Title => "Expert iteration: accuracy against reward queries, and where the reward is never reached";

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed) =>
    [
        New(Supervised, seed, Other("supervised")),
        New(Amplification, seed, Other("amplify-scripted")),
        .. SheetSizes.Select(size => New(Samples(size), seed, new ExpertIterationMethod(), new ExpertIterationOptions { Sheet = size })),
        New(Deep, seed, new ExpertIterationMethod(), new ExpertIterationOptions { Sheet = Sparse, Search = ProposalSearch.Decomposed }),
        New(Coin, seed, new ExpertIterationMethod(), new ExpertIterationOptions { Verifier = VerifierKind.Coin }),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        double last = measures.PlacesOf($"{Supervised}/accuracy")[^1];
        double[] untrained = measures.At($"{Supervised}/accuracy", 0);
        double[] Gain(string name) => [.. measures.Last($"{name}/accuracy").Zip(untrained, (after, before) => after - before)];
        return
        [
            Expectation.AtLeast("one answer a verdict: X learns from the reward alone, accuracy", 0.95, "Anthony et al. 2017")
                .Meets(measures.EstimateLast($"{Samples(1)}/accuracy")),
            Expectation.AtLeast("amplification learns without any reward, accuracy", 0.95, "Christiano et al. 2018")
                .Meets(measures.EstimateLast($"{Amplification}/accuracy")),
            Expectation.AtLeast($"{Sparse} answers a verdict: search by decomposition reaches the reward, accuracy", 0.95, "Anthony et al. 2017: the tree search is the expert")
                .Meets(measures.EstimateLast($"{Deep}/accuracy")),
            Expectation.AtLeast("search is ahead of the net it teaches: Amplify minus X, mean over the run", 0, "Anthony et al. 2017")
                .Meets(MeanDifference(measures, $"{Deep}/amplified", $"{Deep}/accuracy")),
            Expectation.AtLeast("a verdict says less than a label: answers bought to be 0.95 right, times those of supervised learning", 1, "analysis")
                .Meets(Ratio(measures, Samples(1))),
            Expectation.Control($"{Sparse} answers a verdict, guessing only: the reward is never reached, share of targets found", 0, 0.02)
                .Meets(measures.EstimateAt($"{Samples(Sparse)}/targets found", last)),
            Expectation.Control($"{Sparse} answers a verdict, guessing only: X gains nothing over its untrained self", -0.1, 0.1).Meets(Gain(Samples(Sparse))),
            Expectation.Control("a coin for a verifier teaches nothing: X gains nothing over its untrained self", -0.15, 0.1).Meets(Gain(Coin)),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures)
    {
        string[] all = [Supervised, Amplification, .. SheetSizes.Select(Samples), Deep, Coin];
        return
        [
            Table(measures, "Accuracy of X on held-out contexts", "batches", all, "accuracy"),
            Table(measures, "What overseers had given: labels, human queries and reward queries", "batches", all, "answers bought"),
            Table(measures, "Share of questions for which a target was found", "batches", [.. SheetSizes.Select(Samples), Deep], "targets found"),
            Table(measures, "Accuracy at the end by class of questions: 1 is exponents of two bits, 2 of three, and so on", "class", all, "by class"),
        ];
    }

    private static string Samples(int size) => $"verdict on {size}";

    private LearningMethod Other(string name) => methods.Find(name) ?? throw new InvalidOperationException($"This study needs the method {name}.");

    private RunUnit New(string name, long seed, LearningMethod method, ExpertIterationOptions? expert = null)
    {
        TrainingOptions preset = Presets.Create("permutation-powering", TaskPreset.Small, method);
        return new RunUnit(name, preset with
        {
            Seed = seed,
            Steps = form == StudyForm.Full ? 400 : form == StudyForm.Fast ? 160 : 120,
            Own = expert,
            Evaluation = preset.Evaluation with { Every = 20, FinalContexts = form == StudyForm.Pinned ? 16 : 100 },
        });
    }

    private static StudyTable Table(StudyMeasures measures, string title, string place, string[] names, string figure)
    {
        StudyTable table = StudyTable.Of(measures, title, place, names.Select(name => $"{name}/{figure}"));
        return table with { Columns = [.. table.Columns.Zip(names, (column, name) => (name, column.Values))] };
    }

    private static double[] MeanDifference(StudyMeasures measures, string series, string other)
    {
        double[][] differences = [.. measures.PlacesOf(series).Select(x => measures.Difference(series, other, x))];
        return [.. Enumerable.Range(0, measures.Seeds).Select(seed => differences.Average(place => place[seed]))];
    }

    private static double[] Ratio(StudyMeasures measures, string name)
    {
        const string Price = "answers bought to be 0.95 right";
        return [.. measures.At($"{name}/{Price}", 0).Zip(measures.At($"{Supervised}/{Price}", 0), (own, labels) => own / labels)];
    }
}
