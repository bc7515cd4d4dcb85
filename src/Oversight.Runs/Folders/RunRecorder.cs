using System.Text;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Folders;

/// <summary>
/// Writes a run into its folder as it goes: metrics at every evaluation, samples of transcripts at the 1st, 2nd, 4th, 8th and so on, and a checkpoint from time to
/// time, on another thread, so that training goes on meanwhile. A disk that refuses is told of, once, and does not end the run: what it refused is kept and tried
/// again, and no checkpoint is taken before it is there, so that what comes after a checkpoint is all that a run can lose.
/// </summary>
public sealed class RunRecorder : IRunObserver, IDisposable
{
    private readonly RunFolder _folder;
    private readonly TrainingOptions _options;
    private readonly CheckpointStore _checkpoints;
    private readonly DiskWarnings _warnings;
    private readonly GrowingFile _metrics;
    private readonly PendingWrites _pending;
    private TrainingRun? _run;
    private TranscriptSample? _sample;
    private Task _writing = Task.CompletedTask;
    private int _evaluations;
    private double _savedAt;
    private (int Rounds, int Steps) _saved = (-1, 0);
    private double _best = -1;

    /// <summary>A recorder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="checkpoints">Where checkpoints go.</param>
    /// <param name="warn">Is told, in one line, what could not be written; may be called on another thread.</param>
    public RunRecorder(RunFolder folder, TrainingOptions options, CheckpointStore checkpoints, Action<string> warn)
    {
        (_folder, _options, _checkpoints) = (folder, options, checkpoints);
        _warnings = new DiskWarnings(warn);
        _metrics = folder.Growing(Path.GetFileName(folder.MetricsFile));
        _pending = new PendingWrites(_warnings);
    }

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _run = run;
        _folder.Supersede();
        if (_saved.Rounds < 0)
            _pending.Add("metrics", () => _metrics.ContinueFrom(0));
        DiskTrouble.Ignore(_folder.RemoveUnfinished);
        _sample = new TranscriptSample(run.Weights, _options);
    }

    /// <summary>Goes on after earlier parts of the run.</summary>
    /// <param name="state">Where the run stood; what the metrics say beyond it is dropped.</param>
    public void ContinueFrom(RunState state)
    {
        (_evaluations, _savedAt, _saved, _best) = (state.Evaluations, state.Seconds, (state.Rounds, state.Assistant.Batches), state.Best);
        if (!_metrics.ContinueFrom(state.MetricsLength))
            _warnings.Tell($"metrics.jsonl has {_metrics.Length} bytes where the checkpoint knew of {state.MetricsLength}: lines are missing from it; the run itself is whole");
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        _evaluations++;
        AddMetrics(measured);
        if (int.IsPow2(_evaluations))
            AddTranscripts($"step-{measured.Step:D6}", measured);
        KeepBest(measured);
        _pending.Try();
    }

    /// <inheritdoc/>
    public void OnConfirmed(MeasuredStep fresh, bool isReached)
    {
        AddMetrics(fresh, isReached);
        _pending.Try();
    }

    /// <inheritdoc/>
    public void OnFinished(MeasuredStep final)
    {
        AddMetrics(final);
        AddTranscripts("final", final);
        _pending.Try();
    }

    /// <inheritdoc/>
    public void OnBarrier(TrainingSession session, bool stopping)
    {
        bool isDue = stopping || session.Seconds - _savedAt >= _options.Checkpoint.Seconds;
        if (session.Run.HasDiverged || StandOf(session) == _saved || !isDue)
            return;
        _savedAt = session.Seconds;
        _writing.Wait();
        if (!_pending.Try())
            return;
        CheckpointContent content = CheckpointStore.Take(session, _metrics.Length, _best);
        _saved = StandOf(session);
        _writing = Task.Run(() => _warnings.Try("checkpoint", () => _checkpoints.Write(content)));
        if (stopping)
            _writing.Wait();
    }

    /// <summary>Writes what is left at the end: the weights, the last transcripts and the figures that count. Weights that came of a divergence are not written.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="summary">Its figures, with those of the machine.</param>
    /// <param name="version">The program's version.</param>
    /// <exception cref="IOException">The disk refused; what was there before is untouched.</exception>
    public void Finish(RunResult result, RunSummary summary, string version)
    {
        RunWeights weights = _run!.Weights;
        _writing.Wait();
        _pending.Insist();
        if (result.Stopped != StopReason.Diverged)
            _folder.WriteCheckpoint(weights, Stamp(result.Final, version));
        _folder.WriteResult(summary.ToResult(weights, version));
    }

    /// <summary>Waits for what is being written.</summary>
    public void Dispose() => _writing.Wait();

    /// <summary>Where a run stands: a round may be taken in several parts.</summary>
    private static (int Rounds, int Steps) StandOf(TrainingSession session) => (session.Run.Rounds, session.Run.Steps);

    private void AddMetrics(MeasuredStep measured, bool? isReached = null)
    {
        _metrics.Add(Encoding.UTF8.GetBytes(MetricsLine.Format(_run!.Task, measured, isReached) + "\n"));
        _pending.Add("metrics", _metrics.Flush);
    }

    private void AddTranscripts(string name, MeasuredStep measured)
    {
        string text = _sample!.Write(measured);
        _pending.Add("transcripts", () => _folder.WriteTranscripts(name, text));
    }

    private void KeepBest(MeasuredStep measured)
    {
        double share = measured.Teacher.Overall.Share;
        if (share <= _best)
            return;
        _best = share;
        byte[] weights = RunFolder.BytesOf(_run!.Weights, Stamp(measured, version: ""));
        _pending.Add("weights", () => _folder.WriteBest(weights));
    }

    private WeightsStamp Stamp(MeasuredStep measured, string version) =>
        WeightsStamp.Of(_run!.Weights, _options, _folder.RunName ?? "", measured.Step, version);
}
