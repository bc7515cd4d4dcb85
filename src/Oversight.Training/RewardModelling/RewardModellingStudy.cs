using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Training.Experiments;

namespace Oversight.Training.RewardModelling;

/// <summary>
/// Recursive reward modelling on shortest paths: H can look up one edge, helpers trained the same way one level below do the rest. Beside it H alone, the true reward, one level of helpers
/// only, helpers that err, and a coin.
/// </summary>
/// <param name="form">How much work goes into it.</param>
public sealed class RewardModellingStudy(StudyForm form) : Study
{
    private const int Levels = 3;
    private const string Alone = "H alone";
    private const string Assisted = "assisted";
    private const string Shallow = "one level only";
    private const string Erring = "helpers wrong on 10 %";
    private const string Compared = "assisted, comparisons only";
    private const string Oracle = "oracle";
    private const string Coin = "coin";
    private const string Near = "H alone, distance 2";

    /// <inheritdoc/>
    public override string Name => "reward-modelling";

    /// <inheritdoc/>
    public override string Title => "Recursive reward modelling on shortest paths: gold reward against proxy reward";

    private ImmutableArray<RewardArm> Arms
    {
        get
        {
            RewardArm[] few = [new(Alone, 0), new(Assisted, Levels), new(Oracle, 0) { IsOracle = true }, new(Coin, 0) { IsCoin = true }];
            return form == StudyForm.Pinned
                ? [.. few]
                : [.. few, new(Shallow, 1), new(Erring, Levels) { HelperErrors = 0.1 }, new(Compared, Levels) { Judgements = false }, new(Near, 0) { IsNear = true }];
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyUnit> NewUnits(long seed)
    {
        RandomKey key = RandomKey.FromSeed(seed).Child(Name);
        RewardOptions options = form switch
        {
            StudyForm.Pinned => new RewardOptions(12, HelperSteps: 100, ModelSteps: 150, ImitationSteps: 60, PolicySteps: 128, Questions: 60, Batch: 48),
            StudyForm.Fast => new RewardOptions(12, HelperSteps: 150, ModelSteps: 300, ImitationSteps: 100, PolicySteps: 512, Questions: 200),
            _ => new RewardOptions(16, HelperSteps: 300, ModelSteps: 600, ImitationSteps: 200, PolicySteps: 512, Questions: 400),
        };
        return [.. Arms.Select(arm => new RewardModellingUnit(arm, options, key.Child(arm.Name)))];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Finding> Judge(StudyMeasures measures)
    {
        const string Source = "Leike et al. 2018";
        const string Gamed = "Gao et al. 2023";
        double[] Last(string arm, string figure) => measures.Last($"{arm}/{figure}");
        double[] Change(string arm, string figure) => [.. Last(arm, figure).Zip(measures.At($"{arm}/{figure}", measures.PlacesOf($"{arm}/{figure}")[0]), (last, first) => last - first)];
        double[] Fall(string arm, string figure) => [.. Last(arm, figure).Zip(Peak(measures, $"{arm}/{figure}"), (last, peak) => last - peak)];
        double[] Less(string arm, string other, string figure) => [.. Last(arm, figure).Zip(Last(other, figure), (one, two) => one - two)];
        var findings = new List<Finding>();
        foreach (string way in (string[])["best of", "policy"])
        {
            findings.Add(Expectation.AtLeast($"{way}: H alone: the proxy rises", 0.1, Gamed).Meets(Change(Alone, $"{way} proxy")));
            findings.Add(Expectation.AtMost($"{way}: H alone: less gold than H assisted, difference", -0.1, Source).Meets(Less(Alone, Assisted, $"{way} gold")));
            findings.Add(Expectation.AtLeast($"{way}: H assisted: gold rises", 0.1, Source).Meets(Change(Assisted, $"{way} gold")));
            findings.Add(Expectation.AtLeast($"{way}: H assisted: gold comes near the oracle's, difference", -0.1, Source).Meets(Less(Assisted, Oracle, $"{way} gold")));
        }

        findings.Add(Expectation.AtMost("policy: H alone: gold falls from its peak while the proxy goes on rising", -0.03, Gamed).Meets(Fall(Alone, "policy gold")));
        findings.Add(Expectation.Control("a coin for H: the reward model finds nothing better than anything, proxy", 0.4, 0.6).Meets(Last(Coin, "best of proxy")));
        findings.Add(Expectation.Control("a coin for H: the policy does not learn what is good, gold", 0, 0.6).Meets(Last(Coin, "policy gold")));
        if (form == StudyForm.Pinned)
            return [.. findings];
        findings.Add(Expectation.AtMost("best of: H alone: gold falls from its peak too", -0.03, Gamed).Meets(Fall(Alone, "best of gold")));
        findings.Add(Expectation.AtLeast("policy: H alone suffices at distance 2, gold", 0.85, "analysis").Meets(Last(Near, "policy gold")));
        findings.Add(Expectation.AtMost("policy: one level of helpers only stays behind all levels, gold", -0.05, Source).Meets(Less(Shallow, Assisted, "policy gold")));
        findings.Add(Expectation.Between("policy: helpers wrong on 10 % cost some gold and not all", -0.6, -0.01, Source).Meets(Less(Erring, Assisted, "policy gold")));
        return [.. findings];
    }

    /// <inheritdoc/>
    public override ImmutableArray<StudyTable> Tables(StudyMeasures measures)
    {
        string[] arms = [.. Arms.Select(arm => arm.Name)];
        return
        [
            StudyTable.OfArms(measures, "Policy gradient, at the end", "reward from", arms, "policy gold", "policy proxy", "policy valid", "policy optimal"),
            StudyTable.OfArms(measures, "Best of 128", "reward from", arms, "best of gold", "best of proxy", "best of valid", "best of optimal"),
            Of(measures, "Gold reward, policy gradient", "steps", arms, "policy gold"),
            Of(measures, "Proxy reward, policy gradient", "steps", arms, "policy proxy"),
            Of(measures, "Gold reward, best of n", "n", arms, "best of gold"),
            Of(measures, "Proxy reward, best of n", "n", arms, "best of proxy"),
        ];
    }

    /// <summary>The largest value of each seed.</summary>
    private static double[] Peak(StudyMeasures measures, string series)
    {
        double[][] values = [.. measures.PlacesOf(series).Select(place => measures.At(series, place))];
        return [.. Enumerable.Range(0, measures.Seeds).Select(seed => values.Max(place => place[seed]))];
    }

    /// <summary>One figure of every arm, side by side.</summary>
    private static StudyTable Of(StudyMeasures measures, string title, string places, string[] arms, string figure)
    {
        StudyTable table = StudyTable.Of(measures, title, places, arms.Select(arm => $"{arm}/{figure}"));
        return table with { Columns = [.. table.Columns.Zip(arms, (column, arm) => (arm, column.Values))] };
    }
}
