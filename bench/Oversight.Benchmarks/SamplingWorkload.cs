using Oversight.Core;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>
/// H' writes transcripts of full length: its weights are at their start, but for a bias that makes it ask for as long as it may. Sub-answers are drawn at random and cost nothing here.
/// </summary>
internal sealed class SamplingWorkload : IWorkload
{
    private const float Insistence = 30;
    private readonly ParameterVector _weights;
    private readonly HumanModel _humanModel;
    private readonly AmplifiedAssistant _amplified;
    private readonly Question[] _questions;
    private readonly Answer[] _answers;

    public SamplingWorkload(TrainingOptions options)
    {
        AlgorithmicTask task = BenchmarkOptions.TaskOf(options);
        var network = new HumanModelNetwork(new TranscriptCodec(task), options.HumanModel);
        _weights = new ParameterVector(network.Layout);
        _weights.Initialise(BenchmarkData.Key("human model"));
        _weights.Of(network.VocabularyBias)[network.Codec.Ask] = Insistence;
        _questions = BenchmarkData.Batch(task, options.Batch.Contexts, options.Batch.Questions).Questions;
        _answers = new Answer[_questions.Length];
        _humanModel = new HumanModel(network, _weights, _questions.Length);
        _amplified = new AmplifiedAssistant(
            _humanModel, new RandomAssistant(task, BenchmarkData.Stream("replies")), task.InteractionLength, _questions.Length);
    }

    public string Unit => "tokens";

    public long Done => _humanModel.SymbolsRead;

    public long Flops => _humanModel.Flops;

    public void Run() => _amplified.Answer(_questions, _answers);

    public void Dispose()
    {
        _humanModel.Dispose();
        _weights.Dispose();
    }
}
