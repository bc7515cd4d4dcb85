using Oversight.Learning.Assistants;
using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>Training steps of X on one batch.</summary>
internal sealed class AssistantStepWorkload : IWorkload
{
    private readonly AssistantLearner _learner;
    private readonly TargetBatch _batch;

    public AssistantStepWorkload(TrainingOptions options, WorkerPool pool)
    {
        AlgorithmicTask task = BenchmarkOptions.TaskOf(options);
        _learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options.Learner, BenchmarkData.Key("assistant"), pool);
        _batch = BenchmarkData.Batch(task, options.Batch.Contexts, options.Batch.Questions);
    }

    public string Unit => "steps";

    public long Done => _learner.Steps;

    public long Flops => _learner.Flops;

    public void Run() => _learner.Step(_batch);

    public void Dispose() => _learner.Dispose();
}
