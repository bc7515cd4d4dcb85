using System.Collections.Immutable;
using Oversight.Numerics;

namespace Oversight.Runs.Rounds;

/// <summary>A run with its clock and its milestones: what goes on until it is stopped, and what can be saved and gone on with later.</summary>
public sealed class TrainingSession : IDisposable
{
    private readonly TimeProvider _clock;
    private RunTimer _timer;

    /// <summary>A session at its start.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="pool">The threads; their number changes nothing but the time.</param>
    /// <param name="clock">Measures the time.</param>
    public TrainingSession(TrainingOptions options, WorkerPool pool, TimeProvider clock)
    {
        (Options, Pool, _clock) = (options, pool, clock);
        Run = new TrainingRun(options, pool);
        Milestones = new MilestoneTracker(Run.Task);
        _timer = new RunTimer(clock);
    }

    /// <summary>What to do.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The state of the run.</summary>
    public TrainingRun Run { get; }

    /// <summary>Evaluations so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Seconds so far, those of earlier parts included.</summary>
    public double Seconds => _timer.Seconds;

    /// <summary>
    /// The bits of the vectors that the run was computed with so far, in order. More than one where it went on on another vector path:
    /// then its bytes are not those of a run that
    /// was never stopped, for sums are added in another order.
    /// </summary>
    public ImmutableArray<int> VectorWidths { get; private set; } = [Simd.Bits];

    internal WorkerPool Pool { get; }

    internal MilestoneTracker Milestones { get; }

    internal double MeasuringSeconds => _timer.MeasuringSeconds;

    /// <inheritdoc/>
    public void Dispose() => Run.Dispose();

    /// <summary>Measures accuracy on the held-out set.</summary>
    internal MeasuredStep Evaluate()
    {
        Evaluations++;
        return Note(_timer.Measure(() => Run.Evaluate(Seconds)));
    }

    /// <summary>Measures accuracy on fresh contexts, for a decision that the last evaluation suggests.</summary>
    internal MeasuredStep Confirm() => _timer.Measure(() => Run.Confirm(Seconds));

    /// <summary>Measures accuracy on the larger set that no decision was made on.</summary>
    internal MeasuredStep EvaluateFinally() => Note(_timer.Measure(() => Run.EvaluateFinally(Seconds)));

    /// <summary>Where the session stands.</summary>
    /// <param name="metricsLength">Bytes of <c>metrics.jsonl</c> so far.</param>
    internal RunState Capture(long metricsLength) => Run.Capture(Seconds, MeasuringSeconds) with
    {
        MetricsLength = metricsLength,
        Evaluations = Evaluations,
        AmplifiedFirst = Milestones.AmplifiedFirst,
        TeacherFirst = Milestones.TeacherFirst,
        VectorWidths = VectorWidths,
    };

    /// <summary>Goes on from where a session of the same options stood; weights and buffers have been filled already.</summary>
    internal void Restore(RunState state)
    {
        Run.Restore(state);
        Evaluations = state.Evaluations;
        VectorWidths = state.VectorWidths is [.., int last] && last != Simd.Bits ? state.VectorWidths.Add(Simd.Bits)
            : state.VectorWidths.IsEmpty ? [Simd.Bits] : state.VectorWidths;
        Milestones.Restore(state.AmplifiedFirst, state.TeacherFirst);
        _timer = new RunTimer(_clock, state.Seconds, state.MeasuringSeconds);
    }

    private MeasuredStep Note(MeasuredStep measured)
    {
        Milestones.Observe(measured);
        return measured;
    }
}
