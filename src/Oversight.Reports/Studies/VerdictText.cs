using Oversight.Runs.Studies;

namespace Oversight.Reports.Studies;

/// <summary>
/// Verdicts in words that say whether they are good news. A control "holds" when what must fail did fail, so the bare verdict would leave
/// readers guessing. The words alone say it all; colours only repeat it.
/// </summary>
public static class VerdictText
{
    /// <summary>What predictions are called above their verdicts.</summary>
    public const string Predictions = "Predictions";

    /// <summary>What controls are called above theirs.</summary>
    public const string Controls = "Negative controls, which must fail";

    private const string Undecided = "undecided: the interval reaches over the bound";

    /// <summary>A verdict in words.</summary>
    /// <param name="finding">What was expected, and what came.</param>
    public static string Of(Finding finding) => (finding.Expected.Kind, finding.Verdict) switch
    {
        (_, Verdict.Undecided) => Undecided,
        (_, Verdict.Fails) when double.IsNaN(finding.Measured.Mean) => "bad: nothing was measured",
        (ExpectationKind.MustFail, Verdict.Holds) => "good: failed, as it must",
        (ExpectationKind.MustFail, _) => "bad: did not fail, though it must",
        (_, Verdict.Holds) => "good: as predicted",
        _ => "bad: not as predicted",
    };

    /// <summary>Predictions or controls, as a heading.</summary>
    /// <param name="kind">Which.</param>
    public static string Heading(ExpectationKind kind) => kind == ExpectationKind.MustFail ? Controls : Predictions;
}
