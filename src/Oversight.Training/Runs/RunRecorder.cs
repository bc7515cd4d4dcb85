using Oversight.Training.Options;

namespace Oversight.Training.Runs;

/// <summary>Writes a run into its folder as it goes: metrics at every evaluation, samples of transcripts at the 1st, 2nd, 4th, 8th and so on.</summary>
public sealed class RunRecorder : IRunObserver
{
    private readonly RunFolder _folder;
    private readonly TrainingOptions _options;
    private TrainingRun? _run;
    private TranscriptSample? _sample;
    private int _evaluations;

    /// <summary>A recorder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="options">The run's options.</param>
    public RunRecorder(RunFolder folder, TrainingOptions options) => (_folder, _options) = (folder, options);

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _run = run;
        _sample = new TranscriptSample(run.Weights, _options);
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
    }

    /// <summary>Writes what is left at the end: the weights, the last transcripts and the figures that count.</summary>
    /// <param name="result">What the run came to.</param>
    /// <param name="summary">Its figures, with those of the machine.</param>
    /// <param name="version">The program's version.</param>
    public void Finish(RunResult result, RunSummary summary, string version)
    {
        RunWeights weights = _run!.Weights;
        _folder.WriteTranscripts("final", _sample!.Write(result.Final));
        _folder.WriteCheckpoint(weights, new Dictionary<string, string>
        {
            ["program"] = "oversight",
            ["version"] = version,
            ["task"] = _run.Task.Configuration,
            ["step"] = result.Final.Step.ToString(),
        });
        _folder.WriteResult(summary.ToResult(weights, version));
    }
}
