using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>X as a network: its parameters, and how its pass over facts and questions is recorded on a tape.</summary>
public abstract class AssistantNetwork
{
    /// <summary>A network for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The options.</param>
    protected AssistantNetwork(AlgorithmicTask task, AssistantOptions options)
    {
        (Task, Enough) = (task, (float)options.Enough);
        Answers = new AnswerCodec(task);
    }

    /// <summary>The task.</summary>
    public AlgorithmicTask Task { get; }

    /// <summary>How answers are numbered.</summary>
    public AnswerCodec Answers { get; }

    /// <summary>The probability from which a target is learned well enough.</summary>
    public float Enough { get; }

    /// <summary>The parameters.</summary>
    public ParameterLayout Layout { get; } = new();

    /// <summary>The network that the options name.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">The network's name and size.</param>
    public static AssistantNetwork Create(AlgorithmicTask task, AssistantOptions options) => options.Network switch
    {
        AssistantKind.Lookup => new LookupNetwork(task, options),
        AssistantKind.Published => new PublishedNetwork(task, options),
        _ => throw new ArgumentException($"No network is called '{options.Network}'.", nameof(options)),
    };

    /// <summary>Records the pass.</summary>
    /// <param name="tape">Recorded on; if it trains, the pass ends in a loss, otherwise in answers.</param>
    /// <param name="contexts">How many contexts at most (B).</param>
    /// <param name="questionsPerContext">How many questions each at most.</param>
    public abstract AssistantPass Record(Tape tape, int contexts, int questionsPerContext);
}
