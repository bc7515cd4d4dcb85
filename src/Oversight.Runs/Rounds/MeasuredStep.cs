using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Runs.Evaluation;

namespace Oversight.Runs.Rounds;

/// <summary>Where a run stands at an evaluation: one line of <c>metrics.jsonl</c>. Everything but the seconds is the same for the same seed.</summary>
/// <param name="Step">Steps: batches that X was given in the method proper.</param>
/// <param name="Round">Rounds.</param>
/// <param name="Seconds">Wall-clock time since the start.</param>
/// <param name="Student">X as trained.</param>
/// <param name="Teacher">X's Polyak average.</param>
/// <param name="Amplified">Amplify^H'(X), or Amplify^H(X) where there is no H'.</param>
/// <param name="AssistantLoss">The running loss of X, nats a target.</param>
/// <param name="GradientNorm">The norm of X's last gradient.</param>
/// <param name="HumanModelLoss">The running loss of H' on what it learns from, nats a symbol; null without H'.</param>
/// <param name="HumanModelValidationLoss">The running loss of H' on transcripts fresh from H; null without H'.</param>
/// <param name="CountedShare">The share of targets in the last batch that were not idk.</param>
/// <param name="Difficulty">The instance size level, or "full".</param>
/// <param name="OpenClasses">How many classes of questions are asked.</param>
/// <param name="Ledger">What oversight has cost so far.</param>
public sealed record MeasuredStep(
    int Step,
    int Round,
    double Seconds,
    EvaluationResult Student,
    EvaluationResult Teacher,
    EvaluationResult Amplified,
    double AssistantLoss,
    double GradientNorm,
    double? HumanModelLoss,
    double? HumanModelValidationLoss,
    double CountedShare,
    string Difficulty,
    int OpenClasses,
    OversightLedger Ledger)
{
    /// <summary>Rounds before the method proper; the steps that X took there are in the ledger.</summary>
    public int PreparingRounds { get; init; }

    /// <summary>Whoever teaches X beside H and the facts, by the name that files give them; empty where nobody does.</summary>
    public ImmutableSortedDictionary<string, EvaluationResult> Others { get; init; } = ImmutableSortedDictionary<string, EvaluationResult>.Empty;

    /// <summary>The share of the transcripts of H' that H would not have written; null without H'.</summary>
    public double? Drift { get; init; }

    /// <summary>The contexts that the questions were about; null where it is not known.</summary>
    public JudgedContexts? Judged { get; init; }
}
