using Oversight.Training.Checkpoints;
using Oversight.Training.Options;

namespace Oversight.Training.Runs;

/// <summary>
/// Writes a run into its folder as it goes: metrics at every evaluation, samples of transcripts at the 1st, 2nd, 4th, 8th and so on, and a checkpoint from time to
/// time, on another thread, so that training goes on meanwhile. A disk that refuses a checkpoint is told of and does not end the run.
/// </summary>
public sealed class RunRecorder : IRunObserver, IDisposable
{
    private readonly RunFolder _folder;
    private readonly TrainingOptions _options;
    private readonly CheckpointStore _checkpoints;
    private readonly Action<string> _warn;
    private TrainingRun? _run;
    private TranscriptSample? _sample;
    private Task _writing = Task.CompletedTask;
    private int _evaluations;
    private double _savedAt;
    private double _best = -1;

    /// <summary>A recorder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="checkpoints">Where checkpoints go.</param>
    /// <param name="warn">Is told, in one line, what could not be written; may be called on another thread.</param>
    public RunRecorder(RunFolder folder, TrainingOptions options, CheckpointStore checkpoints, Action<string> warn) =>
        (_folder, _options, _checkpoints, _warn) = (folder, options, checkpoints, warn);

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _run = run;
        _sample = new TranscriptSample(run.Weights, _options);
    }

    /// <summary>Goes on after earlier parts of the run.</summary>
    /// <param name="state">Where the run stood; what the metrics say beyond it is dropped.</param>
    public void ContinueFrom(RunState state)
    {
        _evaluations = state.Evaluations;
        _savedAt = state.Seconds;
        _folder.TruncateMetrics(state.MetricsLength);
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        _evaluations++;
        _folder.AppendMetrics(MetricsLine.Format(_run!.Task, measured));
        if (int.IsPow2(_evaluations))
            _folder.WriteTranscripts($"step-{measured.Step:D6}", _sample!.Write(measured));
        KeepBest(measured);
    }

    /// <inheritdoc/>
    public void OnBarrier(TrainingSession session, bool stopping)
    {
        if (session.Run.HasDiverged || (!stopping && session.Seconds - _savedAt < _options.Checkpoint.Seconds))
            return;
        _savedAt = session.Seconds;
        _writing.Wait();
        CheckpointContent content = CheckpointStore.Take(session, _folder.MetricsLength);
        _writing = Task.Run(() => Save(content));
        if (stopping)
            _writing.Wait();
    }

    /// <summary>Writes what is left at the end: the weights, the last transcripts and the figures that count.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="summary">Its figures, with those of the machine.</param>
    /// <param name="version">The program's version.</param>
    public void Finish(RunResult result, RunSummary summary, string version)
    {
        RunWeights weights = _run!.Weights;
        _folder.WriteTranscripts("final", _sample!.Write(result.Final));
        _folder.WriteCheckpoint(weights, Metadata(result.Final, version));
        _folder.WriteResult(summary.ToResult(weights, version));
    }

    /// <summary>Waits for what is being written.</summary>
    public void Dispose() => _writing.Wait();

    private void Save(CheckpointContent content)
    {
        try
        {
            _checkpoints.Write(content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _warn($"no checkpoint after round {content.Round}: {exception.Message.ReplaceLineEndings(" ")} Training goes on; the checkpoints before are untouched.");
        }
    }

    private void KeepBest(MeasuredStep measured)
    {
        double share = measured.Teacher.Overall.Share;
        if (share <= _best || _run!.HasDiverged)
            return;
        _best = share;
        _folder.WriteBest(_run!.Weights, Metadata(measured, version: ""));
    }

    private Dictionary<string, string> Metadata(MeasuredStep measured, string version) => new()
    {
        ["program"] = "oversight",
        ["version"] = version,
        ["task"] = _run!.Task.Configuration,
        ["step"] = measured.Step.ToString(),
    };
}
