using Oversight.Neural;
using Oversight.Tasks;
using Oversight.Training.Options;

namespace Oversight.Training.Assistants;

/// <summary>placeholder</summary>
public sealed class PublishedNetwork : AssistantNetwork
{
    /// <summary>placeholder</summary>
    public PublishedNetwork(AlgorithmicTask task, AssistantOptions options) : base(task) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override AssistantPass Record(Tape tape, int contexts, int questionsPerContext) => throw new NotSupportedException();
}
