using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Runs.Overseers;

/// <summary>One worker's Amplify^H(X) with everything it is made of: overseer, teacher, primitive answers.</summary>
public sealed class AmplifyCrew : IDisposable
{
    private readonly IDisposable? _ownedOverseer;

    /// <summary>Puts a crew together.</summary>
    /// <param name="network">X's network.</param>
    /// <param name="teacher">The weights that answer sub-questions.</param>
    /// <param name="overseer">Makes H or H' from the crew's stream; disposed with the crew if it can be.</param>
    /// <param name="contexts">How many contexts at once.</param>
    /// <param name="questionsPerContext">How many questions each.</param>
    /// <param name="memory">Lends the teacher room; null for room of its own.</param>
    public AmplifyCrew(
        AssistantNetwork network, ParameterVector teacher, Func<RandomStream, IOverseer> overseer, int contexts, int questionsPerContext, BufferPool? memory = null)
    {
        int capacity = contexts * questionsPerContext;
        (Task, Capacity) = (network.Task, capacity);
        Teacher = new TransformerAssistant(network, teacher, contexts, questionsPerContext, memory);
        Random = RandomKey.FromSeed(0).Stream();
        Primitives = new PrimitiveFirstAssistant(network.Task, Teacher, Random, capacity);
        IOverseer made = overseer(Random);
        Amplified = new AmplifiedAssistant(made, Primitives, network.Task.InteractionLength, capacity);
        _ownedOverseer = made as IDisposable;
    }

    /// <summary>The task.</summary>
    public AlgorithmicTask Task { get; }

    /// <summary>How many questions it can be asked at once.</summary>
    public int Capacity { get; }

    /// <summary>X's average, which answers sub-questions.</summary>
    public TransformerAssistant Teacher { get; }

    /// <summary>The teacher behind the facts.</summary>
    public PrimitiveFirstAssistant Primitives { get; }

    /// <summary>Amplify^H(X).</summary>
    public AmplifiedAssistant Amplified { get; }

    /// <summary>H' where it leads the crew; null where H does.</summary>
    public HumanModel? HumanModel => _ownedOverseer as HumanModel;

    /// <summary>The multiplications and additions of all matrix products so far, of the teacher and of H'.</summary>
    public long Flops => Teacher.Flops + (HumanModel?.Flops ?? 0);

    /// <summary>The crew's stream; restarted for each piece of work.</summary>
    public RandomStream Random { get; }

    /// <summary>What the teacher has done in all.</summary>
    public OversightLedger Answered => new(QuestionsAnswered: Primitives.Forwarded, AssistantCalls: Primitives.Calls);

    /// <summary>Begins a piece of work: weights may have changed, and the stream is named after the work.</summary>
    /// <param name="key">The name of the work.</param>
    public void Begin(RandomKey key)
    {
        Teacher.Forget();
        Random.Restart(key);
    }

    /// <summary>Sub-questions and answers that the overseer gave in the last call.</summary>
    public long CountDecisions()
    {
        long decisions = 0;
        for (int i = 0; i < Amplified.Transcripts.Count; i++)
            decisions += Amplified.Transcripts.ExchangesOf(i).Length + 1;
        return decisions;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Teacher.Dispose();
        _ownedOverseer?.Dispose();
    }
}
