using Oversight.Numerics;
using Oversight.Runs.Rounds;

namespace Oversight.Benchmarks;

/// <summary>
/// Whole rounds: all four processes and the barrier, without evaluations. Set-up goes on until H' imitates H and a batch of targets stands
/// ready.
/// </summary>
internal sealed class RoundWorkload : IWorkload
{
    private readonly TrainingRun _run;

    public RoundWorkload(TrainingOptions options, WorkerPool pool)
    {
        // No evaluation and no limit may cut a round.
        _run = new TrainingRun(options with { Steps = int.MaxValue, Evaluation = options.Evaluation with { Every = 1_000_000 } }, pool);
        while (_run.Steps == 0)
            _run.NextRound();
    }

    public string Unit => "rounds";

    public long Done => _run.Rounds;

    public long Flops => _run.Flops;

    public void Run() => _run.NextRound();

    public void Dispose() => _run.Dispose();
}
