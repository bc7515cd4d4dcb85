using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>What an experiment declares before it runs: which figure must lie where, and who says so.</summary>
/// <param name="Statement">The prediction in one sentence.</param>
/// <param name="Kind">Whether it is a prediction or a negative control.</param>
/// <param name="Low">The least that the figure may be; minus infinity for no bound.</param>
/// <param name="High">The most that it may be; plus infinity for no bound.</param>
/// <param name="Source">Where the prediction comes from: a paper, an analysis, or "control".</param>
public sealed record Expectation(string Statement, ExpectationKind Kind, double Low, double High, string Source)
{
    /// <summary>A prediction with a least value.</summary>
    /// <param name="statement">The prediction in one sentence.</param>
    /// <param name="low">The least that the figure may be.</param>
    /// <param name="source">Where it comes from.</param>
    public static Expectation AtLeast(string statement, double low, string source) =>
        new(statement, ExpectationKind.MustHappen, low, double.PositiveInfinity, source);

    /// <summary>A prediction with a largest value.</summary>
    /// <param name="statement">The prediction in one sentence.</param>
    /// <param name="high">The most that the figure may be.</param>
    /// <param name="source">Where it comes from.</param>
    public static Expectation AtMost(string statement, double high, string source) =>
        new(statement, ExpectationKind.MustHappen, double.NegativeInfinity, high, source);

    /// <summary>A prediction between two values.</summary>
    /// <param name="statement">The prediction in one sentence.</param>
    /// <param name="low">The least that the figure may be.</param>
    /// <param name="high">The most that it may be.</param>
    /// <param name="source">Where it comes from.</param>
    public static Expectation Between(string statement, double low, double high, string source) =>
        new(statement, ExpectationKind.MustHappen, low, high, source);

    /// <summary>A negative control: the figure must stay between two values.</summary>
    /// <param name="statement">What must not work, in one sentence.</param>
    /// <param name="low">The least that the figure may be.</param>
    /// <param name="high">The most that it may be.</param>
    public static Expectation Control(string statement, double low, double high) =>
        new(statement, ExpectationKind.MustFail, low, high, "control");

    /// <summary>Where the figure is expected, in words: <c>at least 0.9</c>.</summary>
    public string Range => (double.IsInfinity(Low), double.IsInfinity(High)) switch
    {
        (true, true) => "anything",
        (false, true) => $"at least {FigureText.Number(Low)}",
        (true, false) => $"at most {FigureText.Number(High)}",
        _ => $"{FigureText.Number(Low)} to {FigureText.Number(High)}",
    };

    /// <summary>
    /// Holds the data against it. With one seed, whose interval says nothing about others, and where there is no interval, the figure
    /// itself decides.
    /// </summary>
    /// <param name="measured">The figure.</param>
    public Finding Meets(Estimate measured)
    {
        bool hasSeeds = measured is { HasInterval: true, Seeds: > 1 };
        (double low, double high) = hasSeeds ? (measured.Low, measured.High) : (measured.Mean, measured.Mean);
        bool inside = low >= Low && high <= High;
        bool outside = high < Low || low > High || double.IsNaN(measured.Mean);
        return new Finding(this, measured, inside ? Verdict.Holds : outside ? Verdict.Fails : Verdict.Undecided);
    }

    /// <summary>Holds one value a seed against it.</summary>
    /// <param name="values">At least one.</param>
    public Finding Meets(IReadOnlyList<double> values) => Meets(Estimate.OverSeeds(values));
}
