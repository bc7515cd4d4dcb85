using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Neural;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>X encodes the facts of a batch and answers its questions once.</summary>
internal sealed class TeacherWorkload : IWorkload
{
    private readonly ParameterVector _weights;
    private readonly TransformerAssistant _teacher;
    private readonly Question[] _questions;
    private readonly Answer[] _answers;
    private long _done;

    public TeacherWorkload(TrainingOptions options)
    {
        AlgorithmicTask task = BenchmarkOptions.TaskOf(options);
        AssistantNetwork network = AssistantNetwork.Create(task, options.Assistant);
        _weights = new ParameterVector(network.Layout);
        _weights.Initialise(BenchmarkData.Key("assistant"));
        _teacher = new TransformerAssistant(network, _weights, options.Batch.Contexts, options.Batch.Questions);
        _questions = BenchmarkData.Batch(task, options.Batch.Contexts, options.Batch.Questions).Questions;
        _answers = new Answer[_questions.Length];
    }

    public string Unit => "questions";

    public long Done => _done;

    public long Flops => _teacher.Flops;

    public void Run()
    {
        _teacher.Forget();
        _teacher.Answer(_questions, _answers);
        _done += _questions.Length;
    }

    public void Dispose()
    {
        _teacher.Dispose();
        _weights.Dispose();
    }
}
