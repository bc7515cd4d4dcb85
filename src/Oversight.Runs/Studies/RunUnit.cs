using Oversight.Core;
using Oversight.Learning.Perceptrons;
using Oversight.Numerics;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Studies;

/// <summary>
/// A training run as the work of a study: every method stands under the same clock, on the same contexts, with the same figures. The run is one step; one that was
/// stopped in the middle starts over, which leads to the same bytes.
/// </summary>
/// <param name="name">Its name; the first part of each of its series.</param>
/// <param name="options">What the run does; it goes on to its last step, whatever it has reached.</param>
/// <param name="enough">The accuracy whose price is told: what overseers had given when it was first reached.</param>
internal sealed class RunUnit(string name, TrainingOptions options, double enough = 0.95) : StudyUnit
{
    private double _price = double.NaN;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int TotalSteps => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        Note(run.Evaluate(0), 0);
        while (run.End is null)
        {
            Cancellation.ThrowIfCancellationRequested();
            run.NextRound();
            if (run.IsEvaluationDue)
                Note(run.Evaluate(0), run.Steps);
        }

        MeasuredStep final = run.EvaluateFinally(0);
        Record($"{name}/final", 0, final.Teacher.Contexts!.Evidence);
        Record($"{name}/final, amplified", 0, final.Amplified.Contexts!.Evidence);
        Record($"{name}/answers bought to be {enough} right", 0, _price);
        foreach ((string label, int place) in ClassOrder.Sort(run.Task, final.Teacher.ByClass.Keys).Select((label, i) => (label, i + 1)))
            Record($"{name}/by class", place, final.Teacher.ContextsByClass[label].Evidence);
        Spend(final.Ledger);
    }

    private void Note(MeasuredStep measured, int batches)
    {
        OversightLedger spent = measured.Ledger;
        double answers = spent.HumanQueries + spent.Labels + spent.RewardQueries;
        Record($"{name}/accuracy", batches, measured.Teacher.Contexts!.Evidence);
        Record($"{name}/amplified", batches, measured.Amplified.Contexts!.Evidence);
        Record($"{name}/targets found", batches, measured.CountedShare);
        Record($"{name}/answers bought", batches, answers);
        if (double.IsNaN(_price) && measured.Teacher.Overall.Share >= enough)
            _price = answers;
    }
}
