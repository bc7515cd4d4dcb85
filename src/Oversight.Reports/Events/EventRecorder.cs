using Oversight.Runs.Evaluation;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;

namespace Oversight.Reports.Events;

/// <summary>
/// Writes a run's figures into a TensorBoard event file in its folder, at every evaluation. A disk that refuses is told of once and does not end the run: what it
/// refused is kept and tried again.
/// </summary>
public sealed class EventRecorder : IRunObserver
{
    private readonly RunFolder _folder;
    private readonly TimeProvider _clock;
    private readonly DiskWarnings _warnings;
    private EventFile? _file;
    private (int Evaluations, int Step) _kept;

    /// <summary>A recorder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="clock">Says when events happen.</param>
    /// <param name="warn">Is told, in one line, what could not be written.</param>
    public EventRecorder(RunFolder folder, TimeProvider clock, Action<string> warn) => (_folder, _clock, _warnings) = (folder, clock, new DiskWarnings(warn));

    /// <summary>Goes on after earlier parts of the run.</summary>
    /// <param name="state">Where the run stood; points beyond it are dropped.</param>
    public void ContinueFrom(RunState state) => _kept = (state.Evaluations, state.Assistant.Batches);

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _warnings.Try("earlier events for TensorBoard", () => EventHistory.Cut(_folder, _kept.Evaluations, _kept.Step));
        _file = new EventFile(_folder, _clock);
        Flush();
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        _file!.Add(measured.Step, ScalarsOf(measured).Where(scalar => double.IsFinite(scalar.Value)));
        Flush();
    }

    /// <summary>The figures of an evaluation under their tags.</summary>
    /// <param name="measured">The evaluation.</param>
    public static IEnumerable<(string Tag, double Value)> ScalarsOf(MeasuredStep measured) =>
    [
        .. Accuracies("student", measured.Student),
        .. Accuracies("teacher", measured.Teacher),
        .. Accuracies("amplified", measured.Amplified),
        ("loss/assistant", measured.AssistantLoss),
        ("loss/human model", measured.HumanModelLoss ?? double.NaN),
        ("loss/human model on fresh transcripts", measured.HumanModelValidationLoss ?? double.NaN),
        ("cost/human queries", measured.Ledger.HumanQueries),
        ("cost/human decisions", measured.Ledger.HumanDecisions),
        ("cost/labels", measured.Ledger.Labels),
        ("cost/questions answered", measured.Ledger.QuestionsAnswered),
        ("cost/calls to X", measured.Ledger.AssistantCalls),
        ("cost/facts read by H", measured.Ledger.FactsRead),
        ("cost/judge look-ups", measured.Ledger.JudgeLookUps),
        ("cost/reward queries", measured.Ledger.RewardQueries),
        ("cost/preparing steps", measured.Ledger.PreparingSteps),
        ("curriculum/counted share", measured.CountedShare),
        ("curriculum/difficulty", int.TryParse(measured.Difficulty, out int level) ? level : double.NaN),
        ("curriculum/open classes", measured.OpenClasses),
        ("gradient norm", measured.GradientNorm),
    ];

    private void Flush() => _warnings.Try("events for TensorBoard", _file!.Flush);

    private static IEnumerable<(string Tag, double Value)> Accuracies(string who, EvaluationResult result) =>
        result.ByClass.Select(pair => ($"accuracy {who}/{pair.Key}", pair.Value.Share)).Prepend(($"accuracy/{who}", result.Overall.Share));
}
