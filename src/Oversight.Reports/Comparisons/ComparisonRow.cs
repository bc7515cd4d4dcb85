using System.Collections.Immutable;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>One row of a comparison: runs that differ in their seed only.</summary>
/// <param name="Variant">What sets it apart from other rows of the same method; empty for nothing.</param>
/// <param name="Runs">At least one, by seed.</param>
public sealed record ComparisonRow(string Variant, ImmutableArray<RecordedRun> Runs)
{
    /// <summary>Other variants whose settings are the same as the row's: its figures are theirs.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];

    /// <summary>How X is trained.</summary>
    public LearningMethod Method => Runs[0].Options.Method;

    /// <summary>The rate of errors at which methods are held against each other.</summary>
    public const double UsualError = 0.1;

    /// <summary>How often whoever oversees errs: H, the labeller or the verifier.</summary>
    public double Error => Runs[0].Options.Overseer.Error;

    /// <summary>The row's name, for people.</summary>
    public string Name => NameOf(Method, Variant);

    /// <summary>The accuracy of the X to ask, its teacher.</summary>
    public Estimate Teacher => Over(result => result.Teacher);

    /// <summary>The accuracy of Amplify.</summary>
    public Estimate Amplified => Over(result => result.Amplified);

    /// <summary>The accuracy of whoever taught X beside H and the facts; null where nobody did, or a run does not say.</summary>
    public Estimate? OtherTeacher => Method.Words.Teacher is { } teacher ? OverAll(result => result.OtherShare(teacher)) : null;

    /// <summary>The share of the transcripts of H' that H would not have written; null where a run has no H'.</summary>
    public Estimate? Drift => OverAll(result => result.Drift);

    /// <summary>Human queries, the mean over seeds.</summary>
    public double HumanQueries => Mean(result => result.Costs.HumanQueries);

    /// <summary>Human decisions, the mean over seeds.</summary>
    public double HumanDecisions => Mean(result => result.Costs.HumanDecisions);

    /// <summary>Labels, the mean over seeds.</summary>
    public double Labels => Mean(result => result.Costs.Labels);

    /// <summary>Facts that the real H had read out, the mean over seeds.</summary>
    public double FactsRead => Mean(result => result.Costs.FactsRead);

    /// <summary>Facts that a judge looked up, the mean over seeds.</summary>
    public double JudgeLookUps => Mean(result => result.Costs.JudgeLookUps);

    /// <summary>Verdicts of an external verifier, the mean over seeds.</summary>
    public double RewardQueries => Mean(result => result.Costs.RewardQueries);

    /// <summary>Steps of X, the mean over seeds.</summary>
    public double Steps => Mean(result => result.Steps);

    /// <summary>What X was given before the method proper, the mean over seeds.</summary>
    public double PreparingSteps => Mean(result => result.PreparingSteps ?? 0);

    /// <summary>Seconds, the mean over seeds.</summary>
    public double Seconds => Mean(result => result.Seconds);

    /// <summary>The seeds, in order.</summary>
    public IEnumerable<long> Seeds => Runs.Select(run => run.Options.Seed);

    /// <summary>The teacher's accuracy on a class of questions, or null if no run was asked any.</summary>
    /// <param name="label">The class.</param>
    public Estimate? TeacherOn(string label) => On(label, pair => pair.Teacher);

    /// <summary>Amplify's accuracy on a class of questions, or null if no run was asked any.</summary>
    /// <param name="label">The class.</param>
    public Estimate? AmplifiedOn(string label) => On(label, pair => pair.Amplified);

    /// <summary>The share of contexts that the runs have in common; 0 where that is not known.</summary>
    internal double Common => RecordedEvaluation.Common([.. Runs.Select(run => run.Result.Evaluation)]);

    /// <summary>A method's name with that of a variant.</summary>
    internal static string NameOf(LearningMethod method, string variant) =>
        variant.Length == 0 ? Setting.Format(method) : $"{Setting.Format(method)}, {variant}";

    private Estimate? On(string label, Func<(Accuracy Teacher, Accuracy Amplified), Accuracy> who)
    {
        RecordedRun[] asked = [.. Runs.Where(run => run.Result.ByClass.ContainsKey(label))];
        return asked.Length == 0 ? null : Over(asked, result => who(result.ByClass[label]));
    }

    private Estimate? OverAll(Func<RecordedResult, double?> figure)
    {
        double?[] figures = [.. Runs.Select(run => figure(run.Result))];
        return figures.Contains(null) ? null : Estimate.OverSeeds([.. figures.Select(one => one!.Value)]).AsShare();
    }

    private Estimate Over(Func<RecordedResult, Accuracy> who) => Over([.. Runs], who);

    /// <summary>
    /// With the interval over seeds and contexts where every run says what its share rests on; over seeds alone otherwise.
    /// </summary>
    private Estimate Over(RecordedRun[] runs, Func<RecordedResult, Accuracy> who)
    {
        Accuracy[] shares = [.. runs.Select(run => who(run.Result))];
        return shares.All(share => share.Evidence is not null)
            ? Estimate.OfShares([.. shares.Select(share => share.Evidence!.Value)], Common)
            : Estimate.OverSeeds([.. shares.Select(accuracy => accuracy.Share)]).AsShare();
    }

    private double Mean(Func<RecordedResult, double> figure) => Runs.Average(run => figure(run.Result));
}
