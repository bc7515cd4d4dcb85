using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>Training steps of H' on recorded transcripts.</summary>
internal sealed class HumanModelStepWorkload : IWorkload
{
    private const int Recorded = 500;
    private readonly HumanModelLearner _learner;
    private readonly TranscriptStore _transcripts;
    private readonly RandomStream _random = BenchmarkData.Stream("imitate");

    public HumanModelStepWorkload(TrainingOptions options, WorkerPool pool)
    {
        AlgorithmicTask task = BenchmarkOptions.TaskOf(options);
        var codec = new TranscriptCodec(task);
        _learner = new HumanModelLearner(
            new HumanModelNetwork(codec, options.HumanModel), options.HumanModel, BenchmarkData.Key("human model"), pool);
        _transcripts = BenchmarkData.Transcripts(task, codec, Recorded);
    }

    public string Unit => "steps";

    public long Done => _learner.Steps;

    public long Flops => _learner.Flops;

    public void Run() => _learner.Step(_transcripts, _random);

    public void Dispose() => _learner.Dispose();
}
