using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Learning.Perceptrons;
using Oversight.Numerics;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>
/// The work of a study for one seed, in steps small enough to stop between. All that it carries from step to step are its networks, its measures, its ledger and the number of
/// the next step; every random stream is named after that number. So a unit that was stopped and restored goes on to the same bytes.
/// </summary>
public abstract class StudyUnit : IDisposable
{
    private readonly List<Measure> _measures = [];

    /// <summary>Unique in its study and seed; letters, digits and hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>How many steps it takes in all.</summary>
    public abstract int TotalSteps { get; }

    /// <summary>The networks that learn, by name.</summary>
    public abstract IReadOnlyList<(string Name, Perceptron Network)> Networks { get; }

    /// <summary>How many steps are done.</summary>
    public int StepsDone { get; private set; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsFinished => StepsDone >= TotalSteps;

    /// <summary>What was measured so far.</summary>
    public IReadOnlyList<Measure> Measures => _measures;

    /// <summary>What oversight has cost so far.</summary>
    public OversightLedger Ledger { get; private set; } = new();

    /// <summary>
    /// The bits of the vectors that its steps were computed with, in order; more than one where it went on on another vector path, and its
    /// bytes are not those of a unit that
    /// was never stopped.
    /// </summary>
    public ImmutableArray<int> VectorWidths { get; private set; } = [];

    /// <summary>Asks a step that takes long to give up.</summary>
    protected CancellationToken Cancellation { get; private set; }

    /// <summary>Takes the next step, or gives it up: then the unit is as it was before.</summary>
    /// <param name="cancellation">Asks to give up.</param>
    public void Advance(CancellationToken cancellation = default)
    {
        (int measures, OversightLedger ledger) = (_measures.Count, Ledger);
        Cancellation = cancellation;
        try
        {
            Step(StepsDone);
            StepsDone++;
            if (VectorWidths.IsEmpty || VectorWidths[^1] != Simd.Bits)
                VectorWidths = VectorWidths.Add(Simd.Bits);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _measures.RemoveRange(measures, _measures.Count - measures);
            Ledger = ledger;
        }
    }

    /// <summary>Puts back what a checkpoint holds, after the networks were filled.</summary>
    /// <param name="state">The rest of it.</param>
    public void Restore(UnitState state)
    {
        StepsDone = state.StepsDone;
        Ledger = state.Ledger;
        VectorWidths = state.VectorWidths.IsDefault ? [] : state.VectorWidths;
        _measures.Clear();
        _measures.AddRange(state.Measures);
        foreach ((string name, Perceptron network) in Networks)
            network.ResumeAt(state.OptimiserSteps[name]);
    }

    /// <summary>All that a checkpoint holds beside the networks' numbers.</summary>
    public UnitState Capture() => new(StepsDone, [.. _measures], Ledger, Networks.ToDictionary(one => one.Name, one => one.Network.Steps))
    {
        VectorWidths = VectorWidths,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Does the work of one step. One that can take long throws where <see cref="Cancellation"/> asks it to, before it has changed a
    /// network.
    /// </summary>
    /// <param name="step">Its number, from 0.</param>
    protected abstract void Step(int step);

    /// <summary>Takes a figure down.</summary>
    /// <param name="series">What was measured.</param>
    /// <param name="x">Where.</param>
    /// <param name="value">The figure.</param>
    protected void Record(string series, double x, double value) => _measures.Add(new Measure(series, x, value));

    /// <summary>Takes a share down, with what it rests on, so that its interval is never narrower than that.</summary>
    /// <param name="series">What was measured.</param>
    /// <param name="x">Where.</param>
    /// <param name="evidence">The share.</param>
    protected void Record(string series, double x, ShareEvidence evidence) =>
        _measures.Add(new Measure(series, x, evidence.Share) { Evidence = evidence });

    /// <summary>Takes costs down.</summary>
    /// <param name="costs">What was spent.</param>
    protected void Spend(OversightLedger costs) => Ledger += costs;

    /// <summary>Frees the networks.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        foreach ((_, Perceptron network) in Networks)
            network.Dispose();
    }
}
