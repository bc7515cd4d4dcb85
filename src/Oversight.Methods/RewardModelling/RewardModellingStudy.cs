using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Runs.Studies;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Recursive reward modelling on shortest paths: H alone, H assisted one level deep, H assisted by helpers trained the same way, the oracle reward, helpers that err, right and wrong instead of
/// comparisons, and comparisons by coin.
/// </summary>
/// <param name="form">How much work goes into it.</param>
public sealed class RewardModellingStudy(StudyForm form) : Study
{
    private const string Assisted = "assisted";
    private const string Alone = "unassisted";
    private const string OneDeep = "depth-1";
    private const string Oracle = "oracle";
    private const string Erring = "erring";
    private const string Flattering = "flattering";
    private const string RightOrWrong = "right-or-wrong";
    private const string Coin = "coin";
    private const int Farthest = 8;
    private const string PolicyAt = "optimal at distance";
    private const string BestAt = "best of n at distance";
    private const string Leike = "Leike et al. 2018";

    private string[] Variants => form == StudyForm.Pinned
        ? [Assisted, Alone, Oracle, Coin]
        : [Assisted, Alone, OneDeep, Oracle, Erring, Flattering, RightOrWrong, Coin];

    /// <inheritdoc/>
    public override string Name => "reward-modelling";

    /// <inheritdoc/>
    public override string Title => "Recursive reward modelling: the reward that is optimised against what is truly good";

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed)
    {
        RandomKey key = RandomKey.FromSeed(seed).Child(Name);
        return [.. Variants.Select(variant => new RewardModellingUnit(variant, OptionsOf(variant), key))];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        double[] Change(string series, string variant)
        {
            string name = $"{series}/{variant}";
            return [.. measures.Last(name).Zip(measures.At(name, measures.PlacesOf(name)[0]), (last, first) => last - first)];
        }

        var findings = new List<Finding>
        {
            Expectation.AtLeast("assisted: answers are truly optimal", 0.9, Leike).Meets(measures.EstimateLast($"gold/{Assisted}")),
            Expectation.AtLeast("assisted: level with the oracle reward, difference", -0.05, Leike)
                .Meets(measures.EstimateDifference($"gold/{Assisted}", $"gold/{Oracle}", measures.PlacesOf($"gold/{Oracle}")[^1])),
            Expectation.AtLeast("assisted: gold goes up with the proxy, last minus first", 0.3, "Gao et al. 2022").Meets(Change("gold", Assisted)),
            Expectation.AtLeast("unassisted: the proxy goes up, in standard deviations", 0.5, "Gao et al. 2022").Meets(Change("proxy", Alone)),
            Expectation.AtMost("unassisted: gold at distance 3 and more goes down, last minus first", -0.1, "Gao et al. 2022")
                .Meets(Change("gold at 3 and more", Alone)),
            Expectation.AtLeast("unassisted: the same by best of n, the proxy goes up", 0.5, "Gao et al. 2022").Meets(Change("best of n, proxy", Alone)),
            Expectation.AtMost("unassisted: the same by best of n, gold at 3 and more goes down", -0.1, "Gao et al. 2022")
                .Meets(Change("best of n, gold at 3 and more", Alone)),
            Expectation.AtLeast("assisted: by best of n gold goes up", 0.3, "Gao et al. 2022").Meets(Change("best of n, gold", Assisted)),
            Expectation.AtLeast("unassisted: right where one look-up is enough, distance 1", 0.9, "analysis")
                .Meets(measures.EstimateAt($"optimal at distance/{Alone}", 1)),
            Expectation.Control("unassisted: never right from distance 3 on", -1, 0.1)
                .Meets(measures.EstimateLast($"gold at 3 and more/{Alone}")),
            Expectation.Control("comparisons by coin: the better answer is not held to be more probable", 0.4, 0.6)
                .Meets(measures.EstimateLast($"probability of the better/{Coin}")),
            Expectation.Control("comparisons by coin: optimising does not help, last minus first", -1, 0.05).Meets(Change("gold", Coin)),
        };
        return [.. findings, .. form == StudyForm.Pinned ? [] : JudgeHelpers(measures)];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures)
    {
        StudyTable Of(string title, string place, string series, params string[] variants) =>
            StudyTable.Of(measures, title, place, variants.Select(variant => $"{series}/{variant}"));

        return
        [
            Of("Gold reward while the policy is optimised: truly optimal answers", "policy steps", "gold", Variants),
            Of("Proxy reward while the policy is optimised, in standard deviations over the first proposer's answers", "policy steps", "proxy", Variants),
            Of("Gold reward at distance 3 and more while the policy is optimised", "policy steps", "gold at 3 and more", Variants),
            Of("Best of n: gold", "n", "best of n, gold", Variants),
            Of("Best of n: proxy", "n", "best of n, proxy", Variants),
            Of("Best of n: gold at distance 3 and more", "n", "best of n, gold at 3 and more", Variants),
            Of("Truly optimal answers by distance (the last: no way so short)", "distance", PolicyAt, Variants),
            Of("Truly optimal answers by distance, best of the most", "distance", BestAt, Variants),
            Of("Valid answers by distance, shortest or not", "distance", "valid at distance", Variants),
            Of("Truly optimal answers of each level's policy, all distances that it tells", "reaches", "optimal by level", Variants),
            Of("Agreement of each level's reward model with the truth", "reaches", "agreement with truth", Variants),
            Of("How probable each level's reward model holds the truly better of two answers to be", "reaches", "probability of the better", Variants),
            Of("Human queries up to each level", "reaches", "comparisons", Variants),
            Of("H's look-ups an answer, up to each level", "reaches", "look-ups an answer", Variants),
            Of("H's questions to the helper an answer, up to each level", "reaches", "questions to the helper an answer", Variants),
        ];
    }

    private static IEnumerable<Finding> JudgeHelpers(StudyMeasures measures)
    {
        double[] Between(string series, string variant, int least, int most) =>
            [.. Enumerable.Range(0, measures.Seeds).Select(seed =>
                Enumerable.Range(least, most - least + 1).Average(distance => measures.At($"{series}/{variant}", distance)[seed]))];

        // Beyond twice what the helper reaches all lengths are alike to H, and the shortest of them, 5, is preferred: so 5 is right by chance of being the shortest.
        yield return Expectation.AtLeast("depth 1: right to distance 4, twice what its helper reaches, however hard it is optimised", 0.9, "analysis")
            .Meets(Between(BestAt, OneDeep, 1, 4));
        yield return Expectation.Control("depth 1: gamed from 6 on by best of n", -1, 0.3).Meets(Between(BestAt, OneDeep, 6, 8));
        yield return Expectation.Control("depth 1: gamed from 6 on by policy gradient", -1, 0.3).Meets(Between(PolicyAt, OneDeep, 6, 8));
        yield return Expectation.AtLeast("assisted: not gamed by best of n at the greatest distances", 0.9, Leike).Meets(Between(BestAt, Assisted, 5, 8));
        yield return Expectation.AtLeast("helpers that err in 10 %, as it comes: distillation averages it out", 0.9, "Christiano et al. 2018, reliability")
            .Meets(measures.EstimateLast($"gold/{Erring}"));
        yield return Expectation.Control("helpers with one fixed fault: it is learned and used", -1, 0.5).Meets(Between(PolicyAt, Flattering, 3, 8));
        yield return Expectation.AtLeast("right or wrong instead of comparisons: answers are valid", 0.8, "analysis")
            .Meets(measures.EstimateLast($"valid/{RightOrWrong}"));
        yield return Expectation.AtMost("right or wrong: but not the shortest, gold behind comparisons", -0.1, "analysis")
            .Meets(measures.EstimateDifference($"gold/{RightOrWrong}", $"gold/{Assisted}", measures.PlacesOf($"gold/{Assisted}")[^1]));
    }

    private RewardModellingStudyOptions OptionsOf(string variant)
    {
        RewardModellingStudyOptions options = Sized(new RewardModellingStudyOptions([1, 2, 4, Farthest]));
        return variant switch
        {
            Alone => options with { Ranges = [Farthest] },
            OneDeep => options with { Ranges = [1, 2, Farthest] },
            Oracle => options with { Ranges = [Farthest], Overseer = RewardOverseer.Oracle },
            Coin => options with { Ranges = [Farthest], Overseer = RewardOverseer.Coin },
            Erring => options with { ErrorRate = 0.1 },
            Flattering => options with { Flattering = true },
            RightOrWrong => options with { RightOrWrong = true },
            _ => options,
        };
    }

    private RewardModellingStudyOptions Sized(RewardModellingStudyOptions options) => form switch
    {
        StudyForm.Pinned => options with { HeldOut = 8, PolicySteps = 120, ComparisonSteps = 150, MostSamples = 32 },
        StudyForm.Fast => options with { Questions = 32, PolicySteps = 320, Bonus = 0.02, MostSamples = 1024 },
        _ => options with { Vertices = 16, Questions = 32, HeldOut = 60, PolicySteps = 480, ComparisonSteps = 480, Bonus = 0.02, MostSamples = 1024 },
    };
}
